package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.Cast.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who starts a process, through every door that does: everybody tries it with a draft that the right official could start. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartMatrixTest {

    private static final Map<String, String> CASES = Map.ofEntries(
            Map.entry("claim-approval", "claimId"),
            Map.entry("complaint-handling", "complaintId"),
            Map.entry("death-report", "deathReportId"),
            Map.entry("decree-enactment", "decreeId"),
            Map.entry("premium-payment", "premiumCaseId"),
            Map.entry("regency-disbursement", "runId"),
            Map.entry("rule-change", "ruleVersionId"),
            Map.entry("scholarship-change", "changeId"),
            Map.entry("scholarship-payment", "schoolYearId"),
            Map.entry("village-grant", "disbursementId"),
            Map.entry("account-clearance", "checkId"),
            Map.entry("payment-correction", "correctionId"),
            Map.entry("heir-correction", "heirCorrectionId"),
            Map.entry("heir-dispute", "disputeId"),
            Map.entry("premium-return", "premiumReturnId"));

    @Autowired
    ApplicationContext context;
    @Autowired
    HistoryService history;
    @Autowired
    RepositoryService repository;

    private AccessStage stage;
    private final Map<String, String> drafts = new LinkedHashMap<>();

    @BeforeAll
    void aDraftOfEach() {
        stage = AccessStage.in(context);
        drafts.put("claim-approval", claimDraft());
        drafts.put("complaint-handling", complaintDraft());
        drafts.put("death-report", stage.story().made("deathReport"));
        drafts.put("decree-enactment", stage.story().draftDecree());
        drafts.put("premium-payment", stage.story().made("premiumCase"));
        drafts.put("penalty-decision", stage.story().made("penalty"));
        drafts.put("regency-disbursement", stage.story().made("run"));
        drafts.put("rule-change", stage.story().draftRule());
        drafts.put("scholarship-change", stage.story().draftScholarshipChange());
        drafts.put("scholarship-payment", stage.story().draftSchoolYear());
        drafts.put("heir-correction", heirCorrectionDraft());
        drafts.put("heir-dispute", disputeDraft());
        drafts.put("premium-return", stage.story().premiumReturnDraft(stage.story().made("claim")));
        drafts.put("account-clearance", stage.story().made("accountCheck"));
        drafts.put("payment-correction", stage.story().made("correction"));
        drafts.put("village-grant", stage.story().made("disbursement"));
    }

    @TestFactory
    Stream<DynamicNode> starts() {
        return Matrix.read().table("Starting a process").stream().map(row -> {
            String process = row.get("Process");
            Matrix.Who who = row.who();
            List<Persona> right = stage.cast().everybody().stream().filter(who::includes).toList();
            Stream<DynamicNode> refused = stage.cast().everybody().stream().filter(one -> !right.contains(one))
                    .map(one -> dynamicTest(one + " may not", () -> refused(process, one)));
            Stream<DynamicNode> started = right.stream().map(one -> dynamicTest(one + " may", () -> started(process, one)));
            return dynamicContainer(process, Stream.concat(refused, started));
        });
    }

    private void refused(String process, Persona persona) {
        String draft = drafts.getOrDefault(process, stage.story().made("claim"));
        long before = instances(draft);
        for (String path : paths(process)) {
            assertThat(stage.cast().ask(persona, "POST", "/engine-rest" + path, body(process, draft)).allowed()).as(path).isFalse();
            if (stage.cast().hasWebapp(persona)) {
                assertThat(stage.cast().askInSession(persona, "POST", "/camunda/api/engine/engine/default" + path,
                        body(process, draft)).allowed()).as("Tasklist " + path).isFalse();
            }
        }
        assertThat(instances(draft)).isEqualTo(before);
    }

    private void started(String process, Persona persona) {
        boolean inSession = persona.user().length() % 2 == 0;
        String path = paths(process).get(inSession ? 1 : 0);
        String draft = switch (process) {
            case "claim-approval" -> claimDraft();
            case "rule-change" -> stage.story().draftRule();
            case "scholarship-change" -> stage.story().draftScholarshipChange();
            case "scholarship-payment" -> stage.story().draftSchoolYear();
            case "complaint-handling" -> complaintDraft();
            case "heir-correction" -> heirCorrectionDraft();
            case "heir-dispute" -> disputeDraft();
            case "premium-return" -> stage.story().premiumReturnDraft(stage.story().made("claim"));
            default -> stage.story().draftDecree();
        };
        Answer answer = inSession ? stage.cast().askInSession(persona, "POST", "/camunda/api/engine/engine/default" + path, body(process, draft))
                : stage.cast().ask(persona, "POST", "/engine-rest" + path, body(process, draft));
        assertThat(answer.allowed()).as(answer.toString()).isTrue();
        assertThat(instances(draft)).isOne();
    }

    private String claimDraft() {
        return stage.story().file(stage.story().coveredWorker(), true);
    }

    private String complaintDraft() {
        return stage.story().complain(stage.story().rejectedClaim(), true);
    }

    private String heirCorrectionDraft() {
        return stage.story().heirCorrectionDraft(stage.story().file(stage.story().coveredWorker(), false));
    }

    private String disputeDraft() {
        return stage.story().disputeDraft(stage.story().file(stage.story().coveredWorker(), false));
    }

    /** Those that have ended included: some end where they begin. */
    private long instances(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).count();
    }

    private List<String> paths(String process) {
        String id = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        return List.of("/process-definition/key/" + process + "/start", "/process-definition/" + id + "/submit-form",
                "/process-definition/" + id + "/start");
    }

    private static String body(String process, String draft) {
        return "{\"variables\":{\"%s\":{\"value\":\"%s\",\"type\":\"String\"}}}".formatted(CASES.get(process), draft);
    }
}
