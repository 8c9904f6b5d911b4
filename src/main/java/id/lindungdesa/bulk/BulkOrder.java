package id.lindungdesa.bulk;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.TaskBatch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an official orders. {@code taskIds} is null for all of his of that kind in that area; {@code expected} is what he saw,
 * exceptions included. An exception leaves its line out, or decides it another way or with another note.
 */
record BulkOrder(String process, String element, String area, List<String> taskIds, Boolean approved, String note,
                 List<Deviation> exceptions, Expected expected) {

    static final int LONGEST_NOTE = 2000;
    private static final int MOST_LINES = 5_000;

    /** {@code approved} null leaves the line out; the reason is then his own, else it is the line's note. */
    record Deviation(String taskId, Boolean approved, String reason) {}

    record Expected(Integer count, Long rupiah) {}

    BulkOrder {
        area = area == null ? "" : area.strip();
        note = note == null || note.isBlank() ? null : note.strip();
        exceptions = exceptions == null ? List.of() : exceptions;
    }

    Kind kind() {
        return new Kind(process, element);
    }

    Map<String, Deviation> byTask() {
        return exceptions.stream().collect(Collectors.toMap(Deviation::taskId, Function.identity()));
    }

    /** @throws Refusal INVALID with everything that is missing or too much */
    void requireWhole() {
        List<Finding> found = new ArrayList<>();
        require(process != null && element != null, "/element", "element", "FIELD_REQUIRED", "Jenis tugas wajib disebut.", found);
        require(approved != null, "/approved", "approved", "FIELD_REQUIRED", "Keputusan wajib dipilih.", found);
        require(!Boolean.FALSE.equals(approved) || note != null, "/note", "note", "NOTE_REQUIRED",
                "Isi catatan alasan; setiap berkas yang tidak disetujui memerlukannya.", found);
        require(note == null || note.length() <= LONGEST_NOTE, "/note", "note", "NOTE_TOO_LONG",
                "Catatan paling banyak %d huruf.".formatted(LONGEST_NOTE), found);
        require(taskIds != null || expected != null, "/expected", "expected", "EXPECTED_REQUIRED",
                "Sebutkan jumlah berkas dan jumlah rupiah yang Anda lihat.", found);
        require(expected == null || expected.count() != null && expected.rupiah() != null, "/expected", "expected",
                "FIELD_REQUIRED", "Jumlah berkas dan jumlah rupiah wajib diisi.", found);
        require(taskIds == null || !taskIds.isEmpty() && taskIds.size() <= MOST_LINES, "/taskIds", "taskIds", "TASKS_UNCOUNTED",
                "Pilih sedikitnya satu dan paling banyak %d berkas.".formatted(MOST_LINES), found);
        require(taskIds == null || taskIds.stream().allMatch(id -> id != null && !id.isBlank() && id.length() <= 64)
                && new HashSet<>(taskIds).size() == taskIds.size(), "/taskIds", "taskIds", "TASK_TWICE",
                "Setiap berkas disebut satu kali.", found);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < exceptions.size(); i++) {
            Deviation one = exceptions.get(i);
            String at = "/exceptions/" + i;
            require(one != null && one.taskId() != null && seen.add(one.taskId()), at, "taskId", "TASK_TWICE",
                    "Setiap pengecualian menyebut satu berkas, satu kali.", found);
            require(one == null || one.reason() != null && !one.reason().isBlank() && one.reason().length() <= LONGEST_NOTE,
                    at + "/reason", "reason", "REASON_REQUIRED", "Setiap pengecualian memerlukan alasan (paling banyak %d huruf)."
                            .formatted(LONGEST_NOTE), found);
        }
        if (!found.isEmpty()) {
            throw Refusal.invalid(found.size() == 1 ? found.get(0).code() : "INVALID", found.get(0).message(), found);
        }
    }

    private static void require(boolean holds, String pointer, String field, String code, String message, List<Finding> found) {
        if (!holds) {
            found.add(Finding.at(pointer, field, code, message));
        }
    }
}
