package id.lindungdesa.identity;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.OfficeWork.Work;
import id.lindungdesa.identity.Official.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offices that lost their last holder, and whose concern each is: the nearest office above it that somebody holds. Asked
 * for anew each time, so that a vacancy is told for as long as it lasts and not a day longer.
 */
@Component
public class Vacancies {

    /** {@code since} is the first day without a holder, {@code waiting} the open tasks that this office could do. */
    public record Vacancy(Office office, LocalDate since, List<Work> waiting) {}

    private final JdbcClient jdbc;
    private final OfficeWork work;
    private final Clock clock;

    Vacancies(JdbcClient jdbc, OfficeWork work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** Those that this official must see to, an administrator all of them; the longest first. */
    @Transactional(readOnly = true)
    public List<Vacancy> concerning(Official official) {
        Map<Office, LocalDate> vacant = vacant();
        if (!official.is(Role.ADMIN)) {
            Map<Office, Set<Office>> told = toldTo(vacant.keySet());
            vacant.keySet().removeIf(office -> told.getOrDefault(office, Set.of()).stream()
                    .noneMatch(above -> official.holds(above.role(), above.area())));
        }
        return described(vacant);
    }

    /** All that somebody must be told of, by the office that is told. */
    @Transactional(readOnly = true)
    public Map<Office, List<Vacancy>> byOverseer() {
        Map<Office, LocalDate> vacant = vacant();
        Map<Office, Set<Office>> told = toldTo(vacant.keySet());
        Map<Office, List<Vacancy>> found = new HashMap<>();
        described(vacant).forEach(one -> told.getOrDefault(one.office(), Set.of())
                .forEach(above -> found.computeIfAbsent(above, none -> new ArrayList<>()).add(one)));
        return found;
    }

    private Map<Office, LocalDate> vacant() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        Map<Office, LocalDate> vacant = new HashMap<>();
        jdbc.sql("""
                select role, area, max(valid_until) filter (where valid_until < :today) as last_day from identity_office
                 where not annulled and capacity = 'HOLDER' and valid_from <= :today
                 group by role, area having not bool_or(member)""").param("today", today).query(row -> {
                    LocalDate last = row.getObject("last_day", LocalDate.class);
                    String area = row.getString("area");
                    Role.of(row.getString("role")).filter(Role::isOfficial)
                            .ifPresent(role -> vacant.put(new Office(role, area), last == null ? today : last.plusDays(1)));
                });
        return vacant;
    }

    private Map<Office, Set<Office>> toldTo(Collection<Office> vacant) {
        if (vacant.isEmpty()) {
            return Map.of();
        }
        Set<Office> held = new HashSet<>(jdbc.sql("select distinct role, area from identity_office where member and role = any(:roles)")
                .param("roles", Overseers.ROLES.stream().map(Role::id).toArray(String[]::new))
                .query((row, number) -> new Office(Role.of(row.getString("role")).orElseThrow(), row.getString("area"))).list());
        return vacant.stream().collect(Collectors.toMap(office -> office, office -> new LinkedHashSet<>(
                Overseers.nearestAbove(List.of(office), held::contains))));
    }

    private List<Vacancy> described(Map<Office, LocalDate> vacant) {
        Map<String, List<Work>> waiting = new HashMap<>();
        if (!vacant.isEmpty()) {
            Set<String> groups = vacant.keySet().stream().map(Office::group).collect(Collectors.toCollection(TreeSet::new));
            work.waitingFor(groups).forEach(one -> one.groups().stream().filter(groups::contains)
                    .forEach(group -> waiting.computeIfAbsent(group, none -> new ArrayList<>()).add(one)));
        }
        return vacant.entrySet().stream().map(one -> new Vacancy(one.getKey(), one.getValue(),
                        waiting.getOrDefault(one.getKey().group(), List.of())))
                .sorted(Comparator.comparing(Vacancy::since).thenComparing(one -> one.office().group())).toList();
    }
}
