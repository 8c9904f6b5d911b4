package id.lindungdesa.reminder;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.workflow.AddedSteps;
import id.lindungdesa.workflow.CaseCards;
import id.lindungdesa.workflow.CaseSheets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A delay as the overseer sees it: which task, on whose desk, how late, what was done. Of the late case only its number, its
 * place and its steps: whose account or illness it is about is not the overseer's business. On the sheet of that case itself
 * stands what was done about the delay.
 */
@Component
class EscalationSheets implements CaseSheets, CaseCards, AddedSteps {

    private final Escalations escalations;
    private final Accounts accounts;
    private final OfficeNames officeNames;
    private final ObjectProvider<CaseSheets> sheets;
    private final ObjectProvider<CaseCards> cards;
    private final Clock clock;

    EscalationSheets(Escalations escalations, Accounts accounts, OfficeNames officeNames, ObjectProvider<CaseSheets> sheets,
            ObjectProvider<CaseCards> cards, Clock clock) {
        this.escalations = escalations;
        this.accounts = accounts;
        this.officeNames = officeNames;
        this.sheets = sheets;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of(EscalationProcess.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        return escalations.get(caseId).title();
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Escalation escalation = escalations.get(caseId);
        Optional<Sheet> late = lateSheet(escalation);
        Stream<Step> before = late.stream().flatMap(sheet -> sheet.steps().stream())
                .map(step -> new Step(step.label(), step.who(), step.outcome(), null, step.at()));
        return new Sheet(late.map(Sheet::caseNumber).orElse(null), late.map(Sheet::where).orElse(null), null, facts(escalation), List.of(),
                List.of(), before.toList()).with(steps(escalations.entries(caseId)));
    }

    private List<Fact> facts(Escalation escalation) {
        LocalDate due = LocalDate.ofInstant(escalation.dueAt(), WorkingDays.JAKARTA);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Tugas yang terlambat", escalation.title()),
                new Fact("Menunggu di meja", EscalationDesk.names(escalation.desk(), officeNames))));
        escalations.assignee(escalation.taskId()).ifPresent(user -> facts.add(new Fact("Diambil oleh", accounts.nameOf(user))));
        facts.add(new Fact("Batas waktu tugas itu", DateWords.day(due)));
        facts.add(new Fact("Terlambat", "%d hari kalender".formatted(
                ChronoUnit.DAYS.between(due, LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA)))));
        facts.add(new Fact("Tingkat", escalation.rung() == 1 ? "Atasan pertama" : "Atasan ke-" + escalation.rung()));
        if (escalation.legalBasis() != null) {
            facts.add(new Fact("Dasar hukum tugas itu", escalation.legalBasis()));
        }
        return facts;
    }

    private Optional<Sheet> lateSheet(Escalation escalation) {
        return escalation.caseId() == null ? Optional.empty() : sheets.stream()
                .filter(all -> all.processes().contains(escalation.process())).findFirst()
                .map(all -> all.sheetOf(escalation.process(), escalation.caseId(), escalation.element()));
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> found = new LinkedHashMap<>();
        Map<String, Map<UUID, UUID>> byProcess = new LinkedHashMap<>();     // escalation to late case
        escalations.all(caseIds).stream().filter(one -> one.caseId() != null).forEach(one ->
                byProcess.computeIfAbsent(one.process(), unknown -> new LinkedHashMap<>()).put(one.id(), one.caseId()));
        byProcess.forEach((process, cases) -> cards.stream().filter(all -> all.processes().contains(process)).findFirst().ifPresent(all -> {
            Map<UUID, Card> late = all.cardsOf(process, Set.copyOf(cases.values()));
            cases.forEach((escalation, lateCase) -> Optional.ofNullable(late.get(lateCase)).ifPresent(card -> found.put(escalation,
                    new Card(card.caseNumber(), card.placeCode(), card.place(), null, null, null))));
        }));
        return found;
    }

    @Override
    public List<Step> stepsOf(String processKey, UUID caseId) {
        return processKey.equals(EscalationProcess.KEY) ? List.of() : steps(escalations.entriesOf(processKey, caseId));
    }

    private static List<Step> steps(List<Escalations.Entry> entries) {
        return entries.stream().map(entry -> new Step(entry.step(), entry.name(), entry.outcome(), entry.note(), entry.at())).toList();
    }
}
