package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Cases that have begun, for a page that sent a start form and heard no answer. */
@Component
public class BegunCases {

    private final HistoryService history;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final Cards cards;
    private final ObjectProvider<CaseSheets> sheets;

    BegunCases(@Lazy HistoryService history, @Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine, Cards cards,
            ObjectProvider<CaseSheets> sheets) {
        this.history = history;
        this.identity = identity;
        this.engine = engine;
        this.cards = cards;
        this.sheets = sheets;
    }

    /** A case that is in its process since then, by its title without personal data and its number, null where it has none. */
    public record Begun(String instanceId, String number, String title, Instant at) {}

    /** The case, if the current user himself began it: of anybody else's nothing is told here. */
    public Optional<Begun> byCurrentUser(String processKey, UUID caseId) {
        if (identity.getCurrentAuthentication() == null) {
            return Optional.empty();
        }
        String user = identity.getCurrentAuthentication().getUserId();
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey).processInstanceBusinessKey(caseId.toString()).startedBy(user)
                .orderByProcessInstanceStartTime().asc().list().stream().findFirst()
                .map(begun -> new Begun(begun.getId(),
                        Optional.ofNullable(cards.of(processKey, List.of(caseId)).get(caseId)).map(CaseCards.Card::caseNumber).orElse(null),
                        CaseListeners.title(sheets, processKey, caseId.toString()).orElse(null), begun.getStartTime().toInstant())));
    }
}
