package id.lindungdesa.identity;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts.Membership;
import id.lindungdesa.identity.Accounts.NewAccount;
import id.lindungdesa.refusal.Finding;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appoints people to offices. An appointment makes the holder a member of the office's candidate group for its term, of
 * the group of all who hold that role anywhere ({@code peran.camat}) and of all officials ({@code official}).
 */
@Service
public class Offices {

    /** The group of every human official, as against machines and administrators. */
    public static final String OFFICIALS = "official";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final Clock clock;

    Offices(JdbcClient jdbc, JdbcTemplate batch, Accounts accounts, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The group of all who hold a role, whatever their area: it carries what a role may start. */
    public static String everybodyIn(Role role) {
        return "peran." + role.id();
    }

    /** First passwords are in the answer and nowhere else. */
    public record Appointed(int appointed, int users, Map<String, String> firstPasswords, List<Finding> rejected) {}

    /** Appoints those whose line is in order and says of each other line what is wrong with it. */
    @Transactional
    public Appointed appoint(List<Appointment> appointments, List<Finding> unreadable) {
        return appoint(appointments, unreadable, user -> onePassword());
    }

    /** The same with first passwords of the caller's choice; the demo gives everybody the same. */
    @Transactional
    public Appointed appoint(List<Appointment> appointments, List<Finding> unreadable, Function<String, String> passwords) {
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
        record(good);
        followTerms();
        return new Appointed(good.size(), (int) good.stream().map(Appointment::user).distinct().count(), firstPasswords,
                rejected);
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

    private void record(List<Appointment> good) {
        String by = currentUser.idOrSystem();
        var at = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        batch.batchUpdate("""
                insert into identity_office (id, user_id, role, area, valid_from, valid_until, decree_number, appointed_by, appointed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (user_id, role, area) do update
                set valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                    decree_number = excluded.decree_number, appointed_by = excluded.appointed_by,
                    appointed_at = excluded.appointed_at""", good, 1000, (row, one) -> {
                    row.setObject(1, UUID.randomUUID());
                    row.setString(2, one.user());
                    row.setString(3, one.role().id());
                    row.setString(4, one.area());
                    row.setObject(5, one.from());
                    row.setObject(6, one.until());
                    row.setString(7, one.decreeNumber());
                    row.setString(8, by);
                    row.setObject(9, at);
                });
    }

    /** Brings the groups into step with the terms that began or ended since the last time. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    @Transactional
    public void followTerms() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        record Changed(UUID id, String userId, String role, String area, boolean member) {}
        List<Changed> changed = jdbc.sql("""
                select id, user_id, role, area, member from identity_office
                where member <> (:today between valid_from and coalesce(valid_until, 'infinity'::date))
                for update""")
                .param("today", today).query(Changed.class).list();
        if (changed.isEmpty()) {
            return;
        }
        accounts.join(changed.stream().filter(one -> !one.member()).flatMap(one -> {
            Role role = Role.of(one.role()).orElseThrow();
            var groups = role.isOfficial() ? List.of(role.group(one.area()), everybodyIn(role), OFFICIALS) : List.of(role.group(one.area()));
            return groups.stream().distinct().map(group -> new Membership(one.userId(), group));
        }).distinct().toList());
        accounts.leave(changed.stream().filter(Changed::member)
                .map(one -> new Membership(one.userId(), Role.of(one.role()).orElseThrow().group(one.area()))).toList());
        jdbc.sql("update identity_office set member = not member where id = any(:ids)")
                .param("ids", changed.stream().map(Changed::id).toArray(UUID[]::new)).update();
        leaveEmptyRoles(changed.stream().filter(Changed::member).map(Changed::userId).distinct().toList());
    }

    /** Whoever holds no office of a role any more also loses what that role may start. */
    private void leaveEmptyRoles(List<String> users) {
        for (String user : users) {
            Set<String> kept = new LinkedHashSet<>(jdbc.sql("select distinct role from identity_office where user_id = :user and member")
                    .param("user", user).query(String.class).list());
            accounts.leave(accounts.groupsOf(user).stream()
                    .filter(group -> group.startsWith("peran.") && !kept.contains(group.substring("peran.".length()))
                            || group.equals(OFFICIALS) && kept.isEmpty())
                    .map(group -> new Membership(user, group)).toList());
        }
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
