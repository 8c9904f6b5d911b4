package id.lindungdesa.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cards of cases, whichever module owns them. */
@Component
public class Cards {

    private final ObjectProvider<CaseCards> modules;

    Cards(ObjectProvider<CaseCards> modules) {
        this.modules = modules;
    }

    /** The cards of these cases of one process; empty where no module tells of it. */
    public Map<UUID, CaseCards.Card> of(String processKey, Collection<UUID> caseIds) {
        return ask(processKey, caseIds, CaseCards::cardsOf, Map.of());
    }

    /** Those of them that hold a village, or whatever else they are made of, found by that text in lower case. */
    public Set<UUID> holding(String processKey, Collection<UUID> caseIds, String text) {
        return ask(processKey, caseIds, (module, key, ids) -> module.holding(key, ids, text), Set.of());
    }

    /** Where those of them are worked on that have no step of their own. */
    Map<UUID, CaseCards.Elsewhere> worked(String processKey, Collection<UUID> caseIds) {
        return ask(processKey, caseIds, CaseCards::worked, Map.of());
    }

    private interface Question<T> {
        T answer(CaseCards module, String processKey, Collection<UUID> caseIds);
    }

    private <T> T ask(String processKey, Collection<UUID> caseIds, Question<T> question, T nothing) {
        return caseIds.isEmpty() ? nothing : modules.stream().filter(module -> module.processes().contains(processKey)).findFirst()
                .map(module -> question.answer(module, processKey, caseIds)).orElse(nothing);
    }
}
