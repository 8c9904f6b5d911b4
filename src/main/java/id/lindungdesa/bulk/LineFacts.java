package id.lindungdesa.bulk;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Cards;
import id.lindungdesa.workflow.CaseCards.Card;
import id.lindungdesa.workflow.CaseWarnings;
import id.lindungdesa.workflow.TaskBatch.Kind;
import id.lindungdesa.workflow.TaskBatch.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands in the lines of a list: place, money, days left, and why to look closer, of many cases at once. */
@Component
class LineFacts {

    private static final Card UNKNOWN = new Card(null, null, null, null, null, null);
    private static final Comparator<Candidate> RISKY_FIRST = Comparator
            .comparing((Candidate one) -> one.warnings().isEmpty())
            .thenComparing(Candidate::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::place);

    private final Cards cards;
    private final ObjectProvider<CaseWarnings> modules;
    private final Clock clock;

    LineFacts(Cards cards, ObjectProvider<CaseWarnings> modules, Clock clock) {
        this.cards = cards;
        this.modules = modules;
        this.clock = clock;
    }

    /** The lines of these tasks; those with a warning stand first, then whoever is due first. */
    List<Candidate> of(Kind kind, List<Waiting> tasks) {
        List<UUID> cases = tasks.stream().map(Waiting::caseId).distinct().toList();
        Map<UUID, Card> known = cards.of(kind.process(), cases);
        Map<UUID, List<String>> warnings = cases.isEmpty() ? Map.of() : modules.stream()
                .filter(module -> module.processes().contains(kind.process())).findFirst()
                .map(module -> module.warningsOf(kind.process(), cases)).orElse(Map.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        return tasks.stream().map(task -> candidate(task, known.getOrDefault(task.caseId(), UNKNOWN),
                warnings.getOrDefault(task.caseId(), List.of()), today)).sorted(RISKY_FIRST).toList();
    }

    private static Candidate candidate(Waiting task, Card card, List<String> warnings, LocalDate today) {
        LocalDate due = task.due() == null ? null : LocalDate.ofInstant(task.due(), WorkingDays.JAKARTA);
        Long daysLeft = due == null ? null : ChronoUnit.DAYS.between(today, due);
        List<String> all = new ArrayList<>(warnings);
        if (daysLeft != null && daysLeft < 0) {
            all.add("Terlambat %d hari".formatted(-daysLeft));
        }
        return new Candidate(task.taskId(), task.caseId(), placeOf(card, task.caseId()), card.placeCode(), card.rupiah(),
                card.count() == null ? null : card.count().longValue(), card.counted(), due, daysLeft, all);
    }

    private static String placeOf(Card card, UUID caseId) {
        if (card.place() == null) {
            return card.caseNumber() == null ? caseId.toString() : card.caseNumber();
        }
        return card.placeCode() == null || card.place().contains(card.placeCode()) ? card.place()
                : "%s (%s)".formatted(card.place(), card.placeCode());
    }

    /** @throws Refusal AMOUNT_CHANGED where the line is about another sum by now than when it was ordered */
    void requireUnchanged(Kind kind, BulkLine line) {
        Card now = line.caseId() == null ? null : cards.of(kind.process(), List.of(line.caseId())).get(line.caseId());
        if (now != null && !Objects.equals(now.rupiah(), line.rupiah())) {
            throw Refusal.conflict("AMOUNT_CHANGED", "Jumlahnya berubah dari %s menjadi %s sejak Anda melihatnya; periksa lagi."
                    .formatted(money(line.rupiah()), money(now.rupiah())));
        }
    }

    private static String money(Long rupiah) {
        return rupiah == null ? "kosong" : Rupiah.of(rupiah).toString();
    }
}
