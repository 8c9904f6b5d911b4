package id.lindungdesa.webapp;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.workflow.BegunCases;
import id.lindungdesa.workflow.Startable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who opens the bare address sees what waits for him today; whoever is not logged in is sent there by the page. */
@Controller
class StartController {

    private final Overview overview;
    private final Startable startable;
    private final BegunCases begunCases;
    private final CurrentUser currentUser;

    StartController(Overview overview, Startable startable, BegunCases begunCases, CurrentUser currentUser) {
        this.overview = overview;
        this.startable = startable;
        this.begunCases = begunCases;
        this.currentUser = currentUser;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return "forward:/beranda.html";
    }

    /** All that the start page shows, in one answer. */
    @GetMapping(path = "/api/start", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Overview.Start start() {
        return overview.of(currentUser.get());
    }

    /** What Tasklist's menu depends on: what he may begin with a form, and in which roles he acts. */
    record Menu(List<Startable.Begin> processes, List<String> roles) {}

    @GetMapping(path = "/api/start/menu", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Menu menu() {
        Official official = currentUser.get();
        return new Menu(startable.by(official), official.offices().stream().map(office -> office.role().id()).distinct().sorted().toList());
    }

    /** Whether the case has begun by the hand of {@code you}, who asks; where not, the rest is null. */
    record CaseStanding(boolean begun, String instanceId, String number, String title, Instant at, String you) {}

    /** For a page that sent a start form and heard no answer: whether it has to be sent again. */
    @GetMapping(path = "/api/start/{process}/{caseId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @OpenTo
    CaseStanding standing(@PathVariable String process, @PathVariable UUID caseId) {
        String you = currentUser.get().user();
        return begunCases.byCurrentUser(process, caseId)
                .map(one -> new CaseStanding(true, one.instanceId(), one.number(), one.title(), one.at(), you))
                .orElseGet(() -> new CaseStanding(false, null, null, null, null, you));
    }
}
