package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody stands in for a holder who is away, from a day until a day: he has the office's authority, and what he does
 * carries both names. Who plays which part in a case is judged by person, so that no deputy signs what he prepared.
 */
@Service
class Deputies {

    private static final int MOST_SHOWN = 100;

    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final OfficeDesk desk;
    private final Accounts accounts;
    private final OfficeNames officeNames;
    private final CurrentUser currentUser;
    private final OneNode oneNode;
    private final Clock clock;

    Deputies(OfficeTerms terms, OfficeTurns turns, OfficeDesk desk, Accounts accounts, OfficeNames officeNames,
            CurrentUser currentUser, OneNode oneNode, Clock clock) {
        this.terms = terms;
        this.turns = turns;
        this.desk = desk;
        this.accounts = accounts;
        this.officeNames = officeNames;
        this.currentUser = currentUser;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** Who is away; {@code holder} is left out by the holder himself, {@code from} where it begins today. */
    record Absence(String role, String area, String holder, String deputy, LocalDate from, LocalDate until, String decreeNumber,
                   String reason) {}

    record Named(UUID termId, String deputy, LocalDate from, LocalDate until) {}

    /** By the holder himself. */
    @Transactional
    Named ofMyself(Absence absence) {
        return name(absence, currentUser.get().user());
    }

    /** By an administrator, for a holder who can no longer do it himself. */
    @Transactional
    Named of(Absence absence) {
        if (absence.holder() == null || absence.holder().isBlank()) {
            throw Refusal.invalid("HOLDER_REQUIRED", "Isi nama pengguna pejabat yang berhalangan.");
        }
        return name(absence, absence.holder().strip());
    }

    /** @throws Refusal of the fields; TERM_UNKNOWN, DEPUTY_OF_DEPUTY, DEPUTY_BEYOND_TERM, DEPUTY_NAMED, or what is wrong with the deputy */
    private Named name(Absence absence, String holder) {
        String reason = OfficeDesk.reason(absence.reason());
        String decree = OfficeDesk.decree(absence.decreeNumber());
        Office office = office(absence);
        LocalDate from = absence.from() == null ? turns.today() : absence.from();
        if (absence.until() == null || absence.until().isBefore(from) || from.isBefore(turns.today())) {
            throw Refusal.invalid("ABSENCE_DAYS", "Isi hari pertama, tidak sebelum hari ini, dan hari terakhir pejabat berhalangan.");
        }
        oneNode.awaitTurn(OfficeTurns.TURN);
        Term absent = absent(office, holder, from, absence.until());
        String deputy = absence.deputy() == null ? "" : absence.deputy().strip();
        requireFit(deputy, absent, from, absence.until());
        Term term = Term.deputy(deputy, absent, from, absence.until(), decree, reason);
        terms.add(List.of(term), currentUser.idOrSystem(), clock.instant());
        turns.follow();
        return new Named(term.id(), deputy, from, absence.until());
    }

    private static Office office(Absence absence) {
        Role role = Role.of(absence.role() == null ? "" : absence.role()).filter(Role::isOfficial)
                .orElseThrow(() -> Refusal.invalid("UNKNOWN_ROLE", "Jabatan tidak dikenal."));
        return new Office(role, absence.area() == null ? "" : absence.area().strip());
    }

    private Term absent(Office office, String holder, LocalDate from, LocalDate until) {
        List<Term> own = terms.of(office).stream().filter(term -> term.user().equals(holder) && term.overlaps(from, until)).toList();
        Term held = own.stream().filter(Term::holds).findFirst().orElse(null);
        if (held == null && !own.isEmpty()) {
            throw Refusal.conflict("DEPUTY_OF_DEPUTY", "Pelaksana tidak dapat menunjuk pelaksana lain; mintalah pejabatnya atau administrator.");
        }
        if (held == null) {
            throw Refusal.notFound("TERM_UNKNOWN", "Pejabat itu tidak memegang jabatan ini pada hari-hari tersebut.");
        }
        if (held.from().isAfter(from) || held.until() != null && held.until().isBefore(until)) {
            throw Refusal.invalid("DEPUTY_BEYOND_TERM", "Pelaksana hanya dapat bertugas selama masa jabatan pejabatnya.");
        }
        if (terms.deputiesOf(held.id()).stream().anyMatch(other -> other.overlaps(from, until))) {
            throw Refusal.conflict("DEPUTY_NAMED", "Untuk hari-hari itu sudah ada pelaksana; akhiri penunjukannya lebih dahulu.");
        }
        return held;
    }

    private void requireFit(String deputy, Term absent, LocalDate from, LocalDate until) {
        if (deputy.equals(absent.user())) {
            throw Refusal.invalid("SAME_PERSON", "Pejabat tidak dapat menjadi pelaksana bagi dirinya sendiri.");
        }
        List<Term> own = terms.ofUsers(List.of(deputy)).stream().filter(term -> term.overlaps(from, until)).toList();
        if (own.stream().noneMatch(term -> term.holds() && term.role().isOfficial())) {
            throw Refusal.invalid("DEPUTY_UNKNOWN", "Pelaksana harus pejabat yang memegang jabatan lain pada hari-hari itu.");
        }
        if (own.stream().filter(Term::holds).noneMatch(term -> mayStandIn(term.office(), absent.office()))) {
            throw Refusal.invalid("DEPUTY_ELSEWHERE", "Pelaksana harus pejabat dari wilayah yang sama, di atasnya, atau di bawahnya; "
                    + "pejabat BPJS hanya digantikan pejabat BPJS dari cabang yang sama.");
        }
        if (own.stream().anyMatch(term -> term.office().equals(absent.office()))) {
            throw Refusal.conflict("ALREADY_HOLDER", "Orang itu sudah memegang jabatan ini pada hari-hari tersebut.");
        }
        if (own.stream().filter(Term::holds).flatMap(term -> terms.deputiesOf(term.id()).stream()).anyMatch(term -> term.overlaps(from, until))) {
            throw Refusal.conflict("DEPUTY_ABSENT", "Orang itu sendiri berhalangan pada hari-hari tersebut.");
        }
    }

    /**
     * Nobody stands in from outside the line of areas, the insurer never for the government nor the other way round, and
     * whoever audits stands in for nobody.
     */
    static boolean mayStandIn(Office own, Office absent) {
        if (own.role() == Role.INSPEKTORAT || absent.role() == Role.INSPEKTORAT) {
            return own.role() == absent.role();
        }
        if (isInsurers(own.role()) != isInsurers(absent.role())) {
            return false;
        }
        return own.area().equals(absent.area()) || isWithin(own.area(), absent.area()) || isWithin(absent.area(), own.area())
                || own.role() == Role.BPJS_KANWIL && absent.role() == Role.BPJS_KACAB;
    }

    private static boolean isInsurers(Role role) {
        return role.area() == Role.Area.BRANCH || role == Role.BPJS_KANWIL;
    }

    private static boolean isWithin(String area, String wider) {
        return !wider.isEmpty() && area.startsWith(wider + ".");
    }

    /** Somebody who could stand in for the current official in that office: by name and by the office he holds. */
    record Fit(String user, String name, String office) {}

    /** Nobody for an office that whoever asks does not hold. */
    @Transactional(readOnly = true)
    List<Fit> fitFor(String role, String area) {
        Official official = currentUser.get();
        Optional<Office> own = Role.of(role).filter(Role::isOfficial).map(known -> new Office(known, area))
                .filter(office -> official.holds(office.role(), office.area()));
        return own.map(absent -> around(absent, official.user())).orElse(List.of());
    }

    private List<Fit> around(Office absent, String user) {
        Map<String, Term> fit = new LinkedHashMap<>();
        terms.holdersAround(absent.area(), MOST_SHOWN).stream().filter(term -> !term.user().equals(user))
                .filter(term -> mayStandIn(term.office(), absent)).forEach(term -> fit.putIfAbsent(term.user(), term));
        Map<String, String> names = accounts.namesOf(fit.keySet());
        Map<Office, String> titles = officeNames.withCodes(fit.values().stream().map(Term::office).toList());
        return fit.values().stream().map(term -> new Fit(term.user(), names.getOrDefault(term.user(), term.user()), titles.get(term.office()))).toList();
    }

    /** The holder is back before the day. */
    @Transactional
    void endOfMine(UUID termId, String reason) {
        String why = OfficeDesk.reason(reason);
        oneNode.awaitTurn(OfficeTurns.TURN);
        Term term = terms.find(termId).filter(found -> !found.holds() && !found.annulled())
                .filter(found -> terms.find(found.standsInFor()).orElseThrow().user().equals(currentUser.get().user()))
                .orElseThrow(OfficeDesk::unknown);
        if (term.until().isBefore(turns.today())) {
            throw Refusal.conflict("TERM_OVER", "Penunjukan ini sudah berakhir.");
        }
        desk.end(term, turns.today().minusDays(1), why, term.decreeNumber());
        turns.follow();
    }
}
