package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody holds, on whose behalf he acts, and who stands in for him while he is away: the page of offices begins here. */
@Service
class MyOffices {

    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final OfficeNames officeNames;

    MyOffices(OfficeTerms terms, OfficeTurns turns, Accounts accounts, CurrentUser currentUser, OfficeNames officeNames) {
        this.terms = terms;
        this.turns = turns;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.officeNames = officeNames;
    }

    /** @param behalf the name of whom he stands in for; null in an office of his own */
    record Held(String role, String area, String title, LocalDate from, LocalDate until, String behalf) {}

    record Away(UUID termId, String role, String area, String title, String deputy, String deputyName, LocalDate from, LocalDate until,
                String decreeNumber, String reason) {}

    /** @param overseer whether offices stand below one of his */
    record Mine(boolean administrator, boolean overseer, List<Held> offices, List<Away> absences) {}

    @Transactional(readOnly = true)
    Mine mine() {
        Official official = currentUser.get();
        LocalDate today = turns.today();
        List<Term> running = terms.ofUsers(List.of(official.user())).stream().filter(term -> term.runsOn(today)).toList();
        List<Term> absences = running.stream().filter(Term::holds).flatMap(term -> terms.deputiesOf(term.id()).stream())
                .filter(term -> !term.until().isBefore(today)).toList();
        Map<UUID, Term> absent = running.stream().map(Term::standsInFor).filter(Objects::nonNull).distinct()
                .flatMap(id -> terms.find(id).stream()).collect(java.util.stream.Collectors.toMap(Term::id, term -> term));
        Map<String, String> names = accounts.namesOf(Stream.concat(absences.stream(), absent.values().stream()).map(Term::user).distinct().toList());
        return new Mine(official.is(Role.ADMIN), official.is(Overseers.ROLES.toArray(Role[]::new)),
                running.stream().filter(term -> term.role().isOfficial()).map(term -> new Held(term.role().id(), term.area(), title(term),
                        term.from(), term.until(), term.holds() ? null : names.get(absent.get(term.standsInFor()).user()))).toList(),
                absences.stream().map(term -> new Away(term.id(), term.role().id(), term.area(), title(term), term.user(),
                        names.getOrDefault(term.user(), term.user()), term.from(), term.until(), term.decreeNumber(), term.reason())).toList());
    }

    private String title(Term term) {
        return officeNames.withCode(term.office());
    }
}
