package id.lindungdesa.identity;

import id.lindungdesa.identity.Accounts.NewAccount;
import id.lindungdesa.identity.Term.Ending;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.refusal.Finding;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appoints people to offices. An appointment makes the holder a member of the office's candidate group for its term, of
 * the group of all who hold that role anywhere ({@code peran.camat}) and of all officials ({@code official}). A new term
 * of the same person follows the one before; nothing that was appointed is written over.
 */
@Service
public class Offices {

    /** The group of every human official, as against machines and administrators. */
    public static final String OFFICIALS = "official";

    static final String EVERYBODY = "peran.";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private final JdbcClient jdbc;
    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final OneNode oneNode;
    private final Clock clock;

    Offices(JdbcClient jdbc, OfficeTerms terms, OfficeTurns turns, Accounts accounts, CurrentUser currentUser, OneNode oneNode,
            Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.turns = turns;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** The group of all who hold a role, whatever their area: it carries what a role may start. */
    public static String everybodyIn(Role role) {
        return EVERYBODY + role.id();
    }

    /** First passwords are in the answer and nowhere else. {@code overlaps} are offices of one seat that now have two holders. */
    public record Appointed(int appointed, int users, Map<String, String> firstPasswords, List<Finding> rejected,
                            List<Finding> overlaps) {}

    /** Appoints those whose line is in order and says of each other line what is wrong with it. */
    @Transactional
    public Appointed appoint(List<Appointment> appointments, List<Finding> unreadable) {
        return appoint(appointments, unreadable, user -> onePassword());
    }

    /** The same with first passwords of the caller's choice; the demo gives everybody the same. */
    @Transactional
    public Appointed appoint(List<Appointment> appointments, List<Finding> unreadable, Function<String, String> passwords) {
        Appointed done = register(appointments, unreadable, passwords);
        turns.follow();
        return done;
    }

    /** One appointment in the caller's transaction, before the groups follow. */
    Appointed register(Appointment one) {
        return register(List.of(one), List.of(), user -> onePassword());
    }

    private Appointed register(List<Appointment> appointments, List<Finding> unreadable, Function<String, String> passwords) {
        oneNode.awaitTurn(OfficeTurns.TURN);
        List<Finding> rejected = new ArrayList<>(unreadable);
        List<Appointment> good = new ArrayList<>();
        Set<String> administrators = new LinkedHashSet<>(jdbc.sql("select user_id from identity_office where role = 'admin'")
                .query(String.class).list());
        Set<String> officials = new LinkedHashSet<>(jdbc.sql("select user_id from identity_office where role <> 'admin'")
                .query(String.class).list());
        for (Appointment appointment : appointments) {
            boolean admin = appointment.role() == Role.ADMIN;
            if ((admin ? officials : administrators).contains(appointment.user())) {
                rejected.add(Finding.atLine(appointment.line(), "role", "ADMIN_HOLDS_NO_OFFICE",
                        "Administrator tidak boleh memegang jabatan lain; gunakan akun yang berbeda."));
            } else {
                (admin ? administrators : officials).add(appointment.user());
                good.add(appointment);
            }
        }
        Map<String, String> firstPasswords = newAccounts(good, passwords);
        List<Finding> overlaps = overlaps(record(good));
        return new Appointed(good.size(), (int) good.stream().map(Appointment::user).distinct().count(), firstPasswords,
                rejected, overlaps);
    }

    private Map<String, String> newAccounts(List<Appointment> good, Function<String, String> passwords) {
        Map<String, String> names = new LinkedHashMap<>();
        good.forEach(one -> names.putIfAbsent(one.user(), one.name()));
        Set<String> known = accounts.known(names.keySet());
        List<NewAccount> created = names.keySet().stream().filter(user -> !known.contains(user))
                .map(user -> new NewAccount(user, names.get(user), passwords.apply(user))).toList();
        accounts.create(created);
        Map<String, String> firstPasswords = new LinkedHashMap<>();
        created.forEach(account -> firstPasswords.put(account.user(), account.password()));
        return firstPasswords;
    }

    private record Place(String user, Official.Office office) {}

    /** The terms that are new, each with its line. */
    private Map<Term, Appointment> record(List<Appointment> good) {
        String by = currentUser.idOrSystem();
        Instant at = clock.instant();
        Map<Place, List<Term>> standing = terms.ofUsers(good.stream().map(Appointment::user).distinct().toList()).stream()
                .filter(Term::holds).collect(Collectors.groupingBy(term -> new Place(term.user(), term.office()),
                        Collectors.toCollection(ArrayList::new)));
        Map<Term, Appointment> added = new LinkedHashMap<>();
        List<Runnable> endings = new ArrayList<>();
        for (Appointment one : good) {
            Term term = Term.of(one);
            List<Term> own = standing.computeIfAbsent(new Place(one.user(), term.office()), place -> new ArrayList<>());
            if (own.stream().noneMatch(before -> isThatLetter(before, one))) {
                own.stream().filter(before -> before.overlaps(one.from(), one.until())).toList().forEach(before -> {
                    own.remove(before);
                    endings.add(() -> succeeded(before, one, by, at));
                });
                own.add(term);
                added.put(term, one);
            }
        }
        terms.add(List.copyOf(added.keySet()), by, at);
        endings.forEach(Runnable::run);
        return added;
    }

    /** Sent again, an old list neither appoints twice nor brings back who was dismissed since. */
    private static boolean isThatLetter(Term before, Appointment one) {
        return before.from().equals(one.from()) && before.decreeNumber().equals(one.decreeNumber())
                && Objects.equals(one.until(), before.ending() == null ? before.until() : before.ending().plannedUntil());
    }

    private void succeeded(Term before, Appointment one, String by, Instant at) {
        Ending how = new Ending(null, by, at, "Diganti dengan pengangkatan baru", one.decreeNumber());
        if (before.from().isBefore(one.from())) {
            terms.end(before.id(), one.from().minusDays(1), how);
        } else {
            terms.annul(before.id(), how);
        }
    }

    private List<Finding> overlaps(Map<Term, Appointment> added) {
        Map<java.util.UUID, Appointment> lines = added.entrySet().stream()
                .filter(one -> one.getKey().role().isSingle())
                .collect(Collectors.toMap(one -> one.getKey().id(), Map.Entry::getValue));
        return terms.rivals(lines.keySet()).stream().map(rival -> Finding.atLine(lines.get(rival.term()).line(), "area",
                "OFFICE_ALSO_HELD", "Jabatan ini pada saat yang sama juga dipegang %s.".formatted(rival.user()))).toList();
    }

    /** Brings groups and work into step with the terms that began or ended since the last time. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    @Transactional
    public void followTerms() {
        turns.follow();
    }

    private static String onePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            if (i % 4 == 3 && i < 11) {
                password.append('-');
            }
        }
        return password.append(Character.toUpperCase(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .append(2 + RANDOM.nextInt(8)).append(2 + RANDOM.nextInt(8)).toString();
    }
}
