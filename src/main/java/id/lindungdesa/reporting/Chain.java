package id.lindungdesa.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The way of rupiah from the article to the payment as somebody reads it: one part for each level, with what the cases say
 * against what the books say.
 *
 * @param focus what was asked for; the line whose link it is
 * @param up the levels above, each a chain of its own
 */
record Chain(Link focus, String title, List<Step> up, boolean agrees, List<Part> parts, Table table) {

    /** {@code kind}: decree, regency (with the decree's id and {@code area}), village, run, tranche, bill, claim, transfer. */
    record Link(String kind, UUID id, String area) {

        static Link to(String kind, UUID id) {
            return new Link(kind, id, null);
        }
    }

    record Step(String name, Link link) {}

    /** {@code rupiah} by the cases, {@code booked} by the books; both null where no money moves. */
    record Part(String title, Long rupiah, Long booked, boolean agrees, List<Line> lines) {

        static Part of(String title, long rupiah, long booked, List<Line> lines) {
            return new Part(title, rupiah, booked, rupiah == booked, lines);
        }

        static Part of(String title, List<Line> lines) {
            return new Part(title, null, null, true, lines);
        }
    }

    enum Kind { ARTICLE, CASE, STEP, BOOK, LETTER, SUM }

    /** {@code at} or {@code on}; {@code rupiah} of a line of the books is negative where it went back. */
    record Line(Kind kind, String what, String number, Long rupiah, OffsetDateTime at, LocalDate on, String by, String legalBasis,
                List<Paper> papers, Link link) {}

    /** {@code id} where the file may be opened. */
    record Paper(String name, UUID id) {}

    /** What lies below, one row for a regency or a village; {@code heads} name the cells. */
    record Table(String title, List<String> heads, List<Row> rows, List<Long> totals) {}

    record Row(String name, Link link, List<Long> cells, boolean agrees) {}
}
