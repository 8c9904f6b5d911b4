package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The offices of people, who holds them and which stand empty. An office is known once somebody was appointed to it, or
 * once work waits for it.
 */
@Service
public class OfficeList {

    /** {@code OVERLAPPING} is an office of one seat with two holders, {@code DEPUTISED} one whose holder is away. */
    public enum State { VACANT, OVERLAPPING, DEPUTISED, HELD }

    /** Who sits there from when until when, by which letter; {@code planned} begins on a later day. */
    public record Seat(UUID termId, String user, String name, String capacity, LocalDate from, LocalDate until, String decreeNumber,
                       String reason, boolean planned) {}

    /** {@code vacantSince} is the first day without a holder, null where the office never had one or has one. */
    public record Entry(String role, String area, String title, State state, List<Seat> seats, LocalDate vacantSince, int openTasks,
                        boolean single) {

        public Office office() {
            return new Office(Role.of(role).orElseThrow(), area);
        }
    }

    /** A term of the past, the present or the future, as the history of an office shows it. */
    public record Past(UUID termId, String user, String name, String capacity, LocalDate from, LocalDate until, String decreeNumber,
                       String reason, boolean annulled, LocalDate plannedUntil, String endedBy, Instant endedAt, String endReason,
                       String endDecree) {}

    private final OfficeTerms terms;
    private final OfficeTurns turns;
    private final OfficeWork work;
    private final Accounts accounts;
    private final OfficeNames officeNames;

    OfficeList(OfficeTerms terms, OfficeTurns turns, OfficeWork work, Accounts accounts, OfficeNames officeNames, Gauges gauges) {
        this.terms = terms;
        this.turns = turns;
        this.work = work;
        this.accounts = accounts;
        this.officeNames = officeNames;
        Reading<Map<State, Long>> states = gauges.reading("offices", () -> all().stream()
                .collect(Collectors.groupingBy(Entry::state, Collectors.counting())));
        for (State state : State.values()) {
            gauges.gauge("lindungdesa.offices", "Offices of people by whether somebody holds them", states,
                    all -> all.getOrDefault(state, 0L), "state", state.name().toLowerCase());
        }
    }

    /** All of them, by area and then in the order of the roles. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        LocalDate today = turns.today();
        Map<Office, List<Term>> running = terms.runningFrom(today).stream().collect(Collectors.groupingBy(Term::office));
        Map<Office, LocalDate> lastDays = new HashMap<>();
        terms.known(today).forEach(one -> Role.of(one.role()).filter(Role::isOfficial)
                .ifPresent(role -> lastDays.put(new Office(role, one.area()), one.lastDay())));
        Map<Office, Integer> open = new HashMap<>();
        work.openByGroup().forEach((group, count) -> Office.of(group).filter(office -> office.role().isOfficial())
                .ifPresent(office -> open.put(office, count)));
        open.keySet().forEach(office -> lastDays.putIfAbsent(office, null));
        Map<String, String> names = namesOf(running.values().stream().flatMap(List::stream).toList());
        Map<Office, String> titles = officeNames.withCodes(lastDays.keySet());
        return lastDays.entrySet().stream().map(one -> entry(one.getKey(), titles.get(one.getKey()),
                running.getOrDefault(one.getKey(), List.of()), one.getValue(), open.getOrDefault(one.getKey(), 0), names, today))
                .sorted(Comparator.comparing(Entry::area).thenComparing(one -> one.office().role())).toList();
    }

    private static Entry entry(Office office, String title, List<Term> terms, LocalDate lastDay, int open, Map<String, String> names,
            LocalDate today) {
        List<Term> now = terms.stream().filter(term -> term.runsOn(today)).toList();
        long holders = now.stream().filter(Term::holds).map(Term::user).distinct().count();
        State state = holders == 0 ? State.VACANT : holders > 1 && office.role().isSingle() ? State.OVERLAPPING
                : now.stream().anyMatch(term -> !term.holds()) ? State.DEPUTISED : State.HELD;
        List<Seat> seats = terms.stream().map(term -> new Seat(term.id(), term.user(), names.getOrDefault(term.user(), term.user()),
                term.capacity().name(), term.from(), term.until(), term.decreeNumber(), term.reason(), term.from().isAfter(today))).toList();
        return new Entry(office.role().id(), office.area(), title, state, seats,
                state == State.VACANT && lastDay != null ? lastDay.plusDays(1) : null, open, office.role().isSingle());
    }

    /** Who held an office when, by which letter, and how it ended; the latest first. */
    @Transactional(readOnly = true)
    public List<Past> history(Office office) {
        List<Term> all = terms.of(office);
        Map<String, String> names = namesOf(all);
        return all.stream().map(term -> new Past(term.id(), term.user(), names.getOrDefault(term.user(), term.user()),
                term.capacity().name(), term.from(), term.until(), term.decreeNumber(), term.reason(), term.annulled(),
                Optional.ofNullable(term.ending()).map(Term.Ending::plannedUntil).orElse(null),
                Optional.ofNullable(term.ending()).map(Term.Ending::by).orElse(null),
                Optional.ofNullable(term.ending()).map(Term.Ending::at).orElse(null),
                Optional.ofNullable(term.ending()).map(Term.Ending::reason).orElse(null),
                Optional.ofNullable(term.ending()).map(Term.Ending::decreeNumber).orElse(null))).toList();
    }

    private Map<String, String> namesOf(Collection<Term> all) {
        return accounts.namesOf(new ArrayList<>(all.stream().map(Term::user).distinct().toList()));
    }
}
