package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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

    record Sheet(String caseNumber, String where, Long rupiah, List<Fact> facts, List<Table> tables,
                 List<Attachment> documents, List<Step> steps) {}

    record Fact(String label, Object value) {}

    /** A table with a total under the columns that have one; cells are texts or whole numbers. */
    record Table(String title, List<String> columns, List<List<Object>> rows, List<Object> totals) {}

    record Attachment(UUID id, String kind, String fileName, long bytes) {}

    record Step(String label, String who, String outcome, String note, Instant at) {}
}
