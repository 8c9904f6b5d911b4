package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an official must see before he decides, told by the module that owns the case. One shape for every form: the
 * browser draws it, and no fact of a case has to be a process variable for it.
 */
public interface CaseSheets {

    /** The processes whose cases this module knows. */
    Set<String> processes();

    /** A short title of the case for the task's name, without personal data: {@code Desa Malapari (15.04.03.2008)}. */
    String titleOf(String processKey, UUID caseId);

    /** The sheet of a case for the task of that element id. Money in {@code rupiah} is whole rupiah, null where none. */
    Sheet sheetOf(String processKey, UUID caseId, String elementId);

    /** The papers that this task is to bring now, in their order; empty where all kinds of its form stand alike. */
    default List<Wanted> wantedOf(String processKey, UUID caseId, String elementId) {
        return List.of();
    }

    record Sheet(String caseNumber, String where, Long rupiah, List<Fact> facts, List<Table> tables,
                 List<Attachment> documents, List<Step> steps) {

        /** The same with steps that others know of, each at its time. */
        public Sheet with(List<Step> added) {
            return added.isEmpty() ? this : new Sheet(caseNumber, where, rupiah, facts, tables, documents,
                    Stream.concat(steps.stream(), added.stream())
                            .sorted(Comparator.comparing(Step::at, Comparator.nullsFirst(Comparator.naturalOrder()))).toList());
        }
    }

    record Fact(String label, Object value) {}

    /** A table with a total under the columns that have one; cells are texts or whole numbers. */
    record Table(String title, List<String> columns, List<List<Object>> rows, List<Object> totals) {}

    /** A file that can be opened: a document under its id, or whatever lies at that path. */
    record Attachment(UUID id, String kind, String fileName, Long bytes, String path) {

        public Attachment(UUID id, String kind, String fileName, long bytes) {
            this(id, kind, fileName, bytes, "/api/documents/" + id);
        }

        /** A letter that was issued, by what it is about. */
        public static Attachment letter(UUID id, String title, String number) {
            return new Attachment(id, title, number, null, "/api/letters/" + id);
        }
    }

    /** A kind of paper, and in words why it has to be brought and from whom. */
    record Wanted(String kind, String why) {}

    record Step(String label, String who, String outcome, String note, Instant at) {}
}
