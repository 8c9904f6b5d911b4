package id.lindungdesa.identity;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Term.Ending;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One appointment at a time, and the end of a term: by letter, with a date, and with what stood before kept. */
@Service
class OfficeDesk {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST = 500;

    private final Offices offices;
    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final HandoverBook handovers;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final OneNode oneNode;
    private final Clock clock;

    OfficeDesk(Offices offices, OfficeTerms terms, OfficeTurns turns, HandoverBook handovers, Accounts accounts,
            CurrentUser currentUser, OneNode oneNode, Clock clock) {
        this.offices = offices;
        this.terms = terms;
        this.turns = turns;
        this.handovers = handovers;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** Whom to appoint to what, as a form has it; without {@code from} today. */
    record NewHolder(String user, String name, String role, String area, LocalDate from, LocalDate until, String decreeNumber) {}

    /** @param firstPassword of a new account, told once and kept nowhere; null where there was one */
    record Appointed(UUID termId, String user, String firstPassword) {

        @Override
        public String toString() {
            return "Appointed[" + termId + "]";
        }
    }

    /** @throws Refusal what is wrong with the fields, OFFICE_HELD, ADMIN_HOLDS_NO_OFFICE */
    @Transactional
    Appointed appoint(NewHolder one) {
        Appointment appointment = checked(one);
        oneNode.awaitTurn(OfficeTurns.TURN);
        requireFree(appointment, null);
        Appointed made = registered(appointment);
        turns.follow();
        return made;
    }

    /** Nobody but the one who leaves it holds an office of one seat in those days. */
    void requireFree(Appointment appointment, Term leaving) {
        if (!appointment.role().isSingle()) {
            return;
        }
        terms.of(new Office(appointment.role(), appointment.area())).stream().filter(Term::holds)
                .filter(term -> leaving == null || !term.id().equals(leaving.id()))
                .filter(term -> !term.user().equals(appointment.user()) && term.overlaps(appointment.from(), appointment.until()))
                .findFirst().ifPresent(term -> {
                    throw Refusal.conflict("OFFICE_HELD", "Jabatan ini pada masa itu dipegang %s%s. Gunakan serah terima jabatan, atau akhiri masa jabatannya lebih dahulu."
                            .formatted(accounts.nameOf(term.user()), term.until() == null ? "" : " sampai " + DateWords.day(term.until())));
                });
    }

    /** The term of that appointment, made or standing; in the caller's transaction and turn, before the groups follow. */
    Appointed registered(Appointment appointment) {
        Offices.Appointed done = offices.register(appointment);
        done.rejected().stream().findFirst().ifPresent(fault -> {
            throw Refusal.invalid(fault.code(), fault.message());
        });
        Term made = terms.of(new Office(appointment.role(), appointment.area())).stream()
                .filter(term -> term.user().equals(appointment.user()) && term.holds() && !term.annulled()
                        && term.from().equals(appointment.from())).findFirst().orElseThrow();
        return new Appointed(made.id(), made.user(), done.firstPasswords().get(made.user()));
    }

    Appointment checked(NewHolder one) {
        Map<String, String> row = new java.util.HashMap<>();
        row.put("user", one.user());
        row.put("name", one.name() == null || one.name().isBlank() ? known(one.user()) : one.name());
        row.put("role", one.role());
        row.put("area", one.area());
        row.put("from", one.from() == null ? null : one.from().toString());
        row.put("until", one.until() == null ? null : one.until().toString());
        row.put("decree_number", decree(one.decreeNumber()));
        List<Finding> faults = new ArrayList<>();
        Appointment read = Appointment.read(1, row, turns.today(), faults::add);
        if (read == null) {
            throw Refusal.invalid(faults.get(0).code(), faults.get(0).message(), faults);
        }
        return read;
    }

    private String known(String user) {
        return user != null && accounts.exists(user.strip()) ? accounts.nameOf(user.strip()) : null;
    }

    /**
     * Ends a term with that day, which is the last one counted; who stands in for its holder goes with it. A term that has
     * not begun is annulled.
     *
     * @throws Refusal TERM_UNKNOWN, TERM_OVER, HANDOVER_PLANNED, LAST_ADMINISTRATOR, REASON_REQUIRED, DECREE_REQUIRED
     */
    @Transactional
    void end(UUID termId, LocalDate lastDay, String reason, String decreeNumber) {
        String why = reason(reason);
        String decree = decree(decreeNumber);
        oneNode.awaitTurn(OfficeTurns.TURN);
        Term term = terms.find(termId).filter(found -> !found.annulled()).orElseThrow(OfficeDesk::unknown);
        LocalDate last = lastDay == null ? turns.today().minusDays(1) : lastDay;
        if (term.until() != null && !last.isBefore(term.until())) {
            throw Refusal.conflict("TERM_OVER", "Masa jabatan ini sudah berakhir pada %s.".formatted(DateWords.day(term.until())));
        }
        if (handovers.planned(termId).isPresent()) {
            throw Refusal.conflict("HANDOVER_PLANNED", "Untuk jabatan ini sudah direncanakan serah terima; batalkan itu lebih dahulu.");
        }
        if (term.role() == Role.ADMIN && terms.runningFrom(last.plusDays(1)).stream().noneMatch(other -> other.role() == Role.ADMIN
                && !other.id().equals(termId) && !other.from().isAfter(last.plusDays(1)))) {
            throw Refusal.conflict("LAST_ADMINISTRATOR", "Ini administrator terakhir. Angkat administrator lain lebih dahulu.");
        }
        end(term, last, why, decree);
        turns.follow();
    }

    /** The same without questions, in the caller's transaction and turn. */
    void end(Term term, LocalDate lastDay, String reason, String decree) {
        Ending how = new Ending(null, currentUser.idOrSystem(), clock.instant(), reason, decree);
        if (lastDay.isBefore(term.from())) {
            terms.annul(term.id(), how);
        } else {
            terms.end(term.id(), lastDay, how);
        }
        terms.deputiesOf(term.id()).stream().filter(deputy -> deputy.until() == null || deputy.until().isAfter(lastDay))
                .forEach(deputy -> end(deputy, lastDay, reason, decree));
    }

    static Refusal unknown() {
        return Refusal.notFound("TERM_UNKNOWN", "Masa jabatan itu tidak ada atau sudah dibatalkan.");
    }

    static String reason(String reason) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST) {
            throw Refusal.invalid("REASON_REQUIRED", "Tuliskan alasannya, %d sampai %d tanda.".formatted(SHORTEST_REASON, LONGEST));
        }
        return reason.strip();
    }

    static String decree(String number) {
        if (number == null || number.isBlank() || number.length() > 100) {
            throw Refusal.invalid("DECREE_REQUIRED", "Isi nomor SK atau surat yang menjadi dasarnya (paling banyak 100 tanda).");
        }
        return number.strip();
    }
}
