package id.lindungdesa.identity;

import id.lindungdesa.identity.Handover.ClaimedWork;
import id.lindungdesa.identity.OfficeDesk.NewHolder;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An office passes from one person to the next on a day: the term of the one ends the day before, that of the other begins,
 * and with the terms go authority, signing and open work. What the predecessor signed stays his.
 */
@Service
class Handovers {

    private static final int SHOWN = 200;

    private final HandoverBook book;
    private final OfficeDesk desk;
    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final TaskMoves moves;
    private final Accounts accounts;
    private final OfficeNames officeNames;
    private final CurrentUser currentUser;
    private final OneNode oneNode;
    private final Clock clock;

    Handovers(HandoverBook book, OfficeDesk desk, OfficeTerms terms, OfficeTurns turns, TaskMoves moves,
            Accounts accounts, OfficeNames officeNames, CurrentUser currentUser, OneNode oneNode, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.terms = terms;
        this.turns = turns;
        this.moves = moves;
        this.accounts = accounts;
        this.officeNames = officeNames;
        this.currentUser = currentUser;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /**
     * What is ordered. {@code from} is the leaving holder, needed only where the office has several; without {@code day}
     * today; without {@code claimedWork} what he had taken goes back to the office.
     */
    record Order(String role, String area, String from, String to, String toName, LocalDate day, LocalDate until, String decreeNumber,
                 String reason, ClaimedWork claimedWork) {}

    /** A task that moved; {@code to} is null for the office. */
    record Moved(String taskId, String name, UUID caseId, String to) {}

    /** What was ordered and, once the day has come, what moved. {@code firstPassword} only in the answer to the order. */
    record Report(UUID id, String role, String area, String office, String from, String fromName, String to, String toName, LocalDate day,
                  ClaimedWork claimedWork, String decreeNumber, String reason, Handover.State state, String orderedBy, Instant orderedAt,
                  Instant doneAt, Integer openTasks, Integer movedTasks, List<Moved> moved, String firstPassword) {

        @Override
        public String toString() {
            return "Report[" + id + "]";
        }
    }

    /** @throws Refusal OFFICE_VACANT, HOLDER_UNCLEAR, SAME_PERSON, HANDOVER_PLANNED, OFFICE_HELD, or of the fields */
    @Transactional
    Report order(Order order) {
        LocalDate day = order.day() == null ? turns.today() : order.day();
        Appointment next = desk.checked(new NewHolder(order.to(), order.toName(), order.role(), order.area(), day, order.until(),
                order.decreeNumber()));
        Office office = new Office(next.role(), next.area());
        oneNode.awaitTurn(OfficeTurns.TURN);
        Term leaving = leaving(office, order.from(), day);
        if (leaving.user().equals(next.user())) {
            throw Refusal.invalid("SAME_PERSON", "Penerima jabatan adalah pejabat yang sekarang. Pilih orang lain.");
        }
        if (book.planned(leaving.id()).isPresent()) {
            throw Refusal.conflict("HANDOVER_PLANNED", "Untuk jabatan ini sudah direncanakan serah terima; batalkan itu lebih dahulu.");
        }
        if (leaving.until() == null || leaving.until().isAfter(day.minusDays(1))) {
            desk.end(leaving, day.minusDays(1), reason(order), next.decreeNumber());
        }
        desk.requireFree(next, leaving);
        OfficeDesk.Appointed coming = desk.registered(next);
        UUID id = UUID.randomUUID();
        book.add(new Handover(id, office, leaving.id(), coming.termId(), leaving.user(), next.user(), day,
                order.claimedWork() == null ? ClaimedWork.OFFICE : order.claimedWork(), next.decreeNumber(), reason(order),
                currentUser.idOrSystem(), clock.instant(), null, null, null, null));
        turns.follow();     // after it stands in the book: what was taken goes where it says
        return report(book.find(id).orElseThrow(), coming.firstPassword());
    }

    /**
     * Takes an order back whose day has not come: the old term goes on as it was, the new one never counted.
     *
     * @throws Refusal HANDOVER_UNKNOWN, HANDOVER_OVER
     */
    @Transactional
    Report cancel(UUID id, String reason) {
        String why = OfficeDesk.reason(reason);
        oneNode.awaitTurn(OfficeTurns.TURN);
        Handover one = book.find(id).orElseThrow(() -> Refusal.notFound("HANDOVER_UNKNOWN", "Serah terima itu tidak ada."));
        if (one.state() != Handover.State.PLANNED) {
            throw Refusal.conflict("HANDOVER_OVER", "Serah terima ini sudah berlaku atau sudah dibatalkan.");
        }
        terms.reopen(one.fromTerm());
        terms.annul(one.toTerm(), new Term.Ending(null, currentUser.idOrSystem(), clock.instant(), why, null));
        book.cancel(id, currentUser.idOrSystem());
        return report(book.find(id).orElseThrow(), null);
    }

    @Transactional(readOnly = true)
    List<Report> latest() {
        return book.latest(SHOWN).stream().map(one -> report(one, null)).toList();
    }

    private Report report(Handover one, String firstPassword) {
        Map<String, String> names = accounts.namesOf(List.of(one.from(), one.to()));
        return new Report(one.id(), one.office().role().id(), one.office().area(), officeNames.withCode(one.office()), one.from(),
                names.get(one.from()), one.to(), names.get(one.to()), one.day(), one.claimedWork(), one.decreeNumber(), one.reason(),
                one.state(), one.orderedBy(), one.orderedAt(), one.doneAt(), one.openTasks(), one.movedTasks(),
                moves.inHandover(one.id()).stream().map(move -> new Moved(move.taskId(), move.taskName(), move.caseId(), move.to())).toList(),
                firstPassword);
    }

    private static String reason(Order order) {
        return order.reason() == null || order.reason().isBlank() ? "Serah terima jabatan" : order.reason().strip();
    }

    private Term leaving(Office office, String user, LocalDate day) {
        List<Term> holders = terms.of(office).stream().filter(Term::holds).filter(term -> term.runsOn(day.minusDays(1)))
                .filter(term -> user == null || user.isBlank() || term.user().equals(user.strip())).toList();
        Set<String> people = new HashSet<>(holders.stream().map(Term::user).toList());
        if (people.isEmpty()) {
            throw Refusal.conflict("OFFICE_VACANT", "Jabatan ini tidak ada pemegangnya pada hari itu; angkat pejabat baru saja.");
        }
        if (people.size() > 1) {
            throw Refusal.invalid("HOLDER_UNCLEAR", "Jabatan ini dipegang beberapa orang; pilih siapa yang menyerahkan.");
        }
        return holders.get(0);
    }
}
