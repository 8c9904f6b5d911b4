package id.lindungdesa.webapp;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.webapp.OwnWork.Elsewhere;
import id.lindungdesa.webapp.OwnWork.Task;
import id.lindungdesa.webapp.OwnWork.View;
import id.lindungdesa.webapp.OwnWork.Work;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An official's own work: what lies on his desk, most urgent first, and what he waits for. Nobody else's. */
@RestController
@RequestMapping("/api/work")
class WorkController {

    private final OwnWork work;
    private final CurrentUser currentUser;

    WorkController(OwnWork work, CurrentUser currentUser) {
        this.work = work;
        this.currentUser = currentUser;
    }

    /**
     * His tasks. {@code place} finds a village by name or code and a case by its number; {@code kind} is a process and a step
     * of it ({@code village-grant/UserTask_SignRequest}).
     */
    @GetMapping
    @OpenTo
    Work tasks(@RequestParam(defaultValue = "ALL") View view, @RequestParam(required = false) String place,
            @RequestParam(required = false) String kind, @ParameterObject Paging paging) {
        return work.tasks(currentUser.get(), view, place, kind, paging);
    }

    /** What the cards of a page of tasks show, in one request; a task that is not his is missing in the answer. */
    @GetMapping("/cards")
    @OpenTo
    List<Task> cards(@RequestParam List<String> task) {
        return work.cards(currentUser.get(), task);
    }

    /** Open cases in which his office took part and that lie on other desks now. */
    @GetMapping("/elsewhere")
    @OpenTo
    Page<Elsewhere> elsewhere(@RequestParam(required = false) String place, @ParameterObject Paging paging) {
        List<Elsewhere> all = work.elsewhere(currentUser.get(), place);
        return Page.of(paging, all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size());
    }
}
