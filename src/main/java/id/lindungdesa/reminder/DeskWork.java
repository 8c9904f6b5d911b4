package id.lindungdesa.reminder;

import java.time.LocalDate;
import java.util.List;

/**
 * What lies on a person's desk with a deadline near: counted whole, shown as far as a mail should be long.
 *
 * @param shown the most urgent first
 */
record DeskWork(String user, int late, int today, int soon, List<Item> shown) {

    enum When { LATE, TODAY, SOON }

    /** A task by its name, which holds number and place of the case and no person. */
    record Item(When when, String taskId, String title, LocalDate due) {}

    DeskWork {
        shown = List.copyOf(shown);
    }

    boolean isEmpty() {
        return late + today + soon == 0;
    }

    int count(When when) {
        return switch (when) {
            case LATE -> late;
            case TODAY -> today;
            case SOON -> soon;
        };
    }

    List<Item> shown(When when) {
        return shown.stream().filter(item -> item.when() == when).toList();
    }
}
