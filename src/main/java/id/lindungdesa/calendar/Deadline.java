package id.lindungdesa.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day on which something is in time, with every day on the way that did not count. Where the holidays of a year
 * on the way are not known yet, only weekends were skipped: the true day may be later.
 */
public record Deadline(LocalDate due, List<Skipped> skipped, boolean holidaysKnown) {

    public Deadline {
        skipped = List.copyOf(skipped);
    }
}
