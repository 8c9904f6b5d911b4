package id.lindungdesa.webapp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.TaskLookup;
import id.lindungdesa.workflow.TaskLookup.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The head of a form: the task, and its case as the module that owns it tells it. */
@RestController
class TaskSheetController {

    private final TaskLookup tasks;
    private final ObjectProvider<CaseSheets> sheets;
    private final Clock clock;

    TaskSheetController(TaskLookup tasks, ObjectProvider<CaseSheets> sheets, Clock clock) {
        this.tasks = tasks;
        this.sheets = sheets;
        this.clock = clock;
    }

    record Field(String name, String type) {}

    /** {@code due} is the last day in Jakarta; {@code daysLeft} counts calendar days to it, negative when it has passed. */
    record TaskSheet(String taskId, String name, String element, String process, UUID caseId, LocalDate due, Long daysLeft,
            String legalBasis, List<Field> fields, @JsonUnwrapped CaseSheets.Sheet sheet) {}

    @GetMapping("/api/tasks/{taskId}/sheet")
    @OpenTo
    TaskSheet sheet(@PathVariable String taskId) {
        OpenTask task = tasks.find(taskId).orElseThrow(() -> Refusal.notFound("TASK_UNKNOWN",
                "Tugas ini tidak ada, sudah selesai, atau bukan untuk Anda."));
        LocalDate due = task.due() == null ? null : LocalDate.ofInstant(task.due(), WorkingDays.JAKARTA);
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        return new TaskSheet(task.id(), task.name(), task.element(), task.process(), task.caseId().orElse(null), due,
                due == null ? null : ChronoUnit.DAYS.between(today, due), task.legalBasis(),
                task.fields().entrySet().stream().map(field -> new Field(field.getKey(), field.getValue())).toList(),
                task.caseId().map(caseId -> sheetOf(task, caseId)).orElse(null));
    }

    private CaseSheets.Sheet sheetOf(OpenTask task, UUID caseId) {
        return sheets.stream().filter(all -> all.processes().contains(task.process())).findFirst()
                .map(all -> all.sheetOf(task.process(), caseId, task.element())).orElse(null);
    }
}
