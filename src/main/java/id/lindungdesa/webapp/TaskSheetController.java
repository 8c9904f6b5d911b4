package id.lindungdesa.webapp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.AddedSteps;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.TaskLookup;
import id.lindungdesa.workflow.TaskLookup.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
    private final ObjectProvider<AddedSteps> added;
    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final OfficeNames offices;
    private final Reasons reasons;
    private final Clock clock;

    TaskSheetController(TaskLookup tasks, ObjectProvider<CaseSheets> sheets, ObjectProvider<AddedSteps> added, CurrentUser currentUser,
            Accounts accounts, OfficeNames offices, Reasons reasons, Clock clock) {
        this.tasks = tasks;
        this.sheets = sheets;
        this.added = added;
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.offices = offices;
        this.reasons = reasons;
        this.clock = clock;
    }

    record Field(String name, String type) {}

    /**
     * {@code due} is the last day in Jakarta; {@code daysLeft} counts calendar days to it, negative when it has passed;
     * {@code offices} are the names of those whose task it is; {@code wanted} what of its papers is missing.
     */
    record TaskSheet(String taskId, String name, String element, String process, UUID caseId, LocalDate due, Long daysLeft,
            List<String> offices, String legalBasis, List<Field> fields, List<Reasons.Reason> reasons, List<CaseSheets.Wanted> wanted,
            @JsonUnwrapped CaseSheets.Sheet sheet) {}

    @GetMapping("/api/tasks/{taskId}/sheet")
    @OpenTo
    TaskSheet sheet(@PathVariable String taskId) {
        OpenTask task = tasks.find(taskId).orElseThrow(TaskSheetController::unknown);
        LocalDate due = task.due() == null ? null : LocalDate.ofInstant(task.due(), WorkingDays.JAKARTA);
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        return new TaskSheet(task.id(), task.name(), task.element(), task.process(), task.caseId().orElse(null), due,
                due == null ? null : ChronoUnit.DAYS.between(today, due), namesOf(task.groups()), task.legalBasis(),
                task.fields().entrySet().stream().map(field -> new Field(field.getKey(), field.getValue())).toList(),
                reasons.of(task.element()), task.caseId().map(caseId -> wantedOf(task, caseId)).orElse(List.of()),
                task.caseId().map(caseId -> sheetOf(task, caseId)).orElse(null));
    }

    private List<String> namesOf(List<String> groups) {
        return offices.of(groups.stream().flatMap(group -> Office.of(group).stream()).toList()).values().stream().sorted().toList();
    }

    /** Who holds or did a task, by name; {@code you} is who asks, {@code yours} whether that is the same. */
    record TaskStanding(TaskLookup.State state, String holder, boolean yours, Instant at, String you) {}

    /** For a page that was open while others worked: whether its task is still to be done, and by whom. */
    @GetMapping("/api/tasks/{taskId}/standing")
    @OpenTo
    TaskStanding standing(@PathVariable String taskId) {
        String you = currentUser.get().user();
        return tasks.standing(taskId).map(standing -> new TaskStanding(standing.state(),
                        standing.user() == null ? null : accounts.nameOf(standing.user()), you.equals(standing.user()), standing.at(), you))
                .orElseThrow(TaskSheetController::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("TASK_UNKNOWN", "Tugas ini tidak ada, sudah selesai, atau bukan untuk Anda.");
    }

    private List<CaseSheets.Wanted> wantedOf(OpenTask task, UUID caseId) {
        return ownerOf(task).map(all -> all.wantedOf(task.process(), caseId, task.element())).orElse(List.of());
    }

    private Optional<CaseSheets> ownerOf(OpenTask task) {
        return sheets.stream().filter(all -> all.processes().contains(task.process())).findFirst();
    }

    private CaseSheets.Sheet sheetOf(OpenTask task, UUID caseId) {
        return ownerOf(task).map(all -> all.sheetOf(task.process(), caseId, task.element()))
                .map(sheet -> sheet.with(added.stream().flatMap(more -> more.stepsOf(task.process(), caseId).stream()).toList()))
                .orElse(null);
    }
}
