package id.lindungdesa.webapp;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.workflow.Cards;
import id.lindungdesa.workflow.CaseCards.Card;
import id.lindungdesa.workflow.Desk;
import id.lindungdesa.workflow.Desk.Waiting;
import id.lindungdesa.workflow.OtherDesks;
import id.lindungdesa.workflow.StepNames;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What lies on an official's desk and what he waits for, with the cards of the cases. */
@Component
class OwnWork {

    private static final Pattern VILLAGE = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}");
    private static final int MOST_CARDS = 500;

    private final Desk desk;
    private final OtherDesks others;
    private final Cards cards;
    private final StepNames names;
    private final OfficeNames offices;
    private final Clock clock;

    OwnWork(Desk desk, OtherDesks others, Cards cards, StepNames names, OfficeNames offices, Clock clock) {
        this.desk = desk;
        this.others = others;
        this.cards = cards;
        this.names = names;
        this.offices = offices;
        this.clock = clock;
    }

    /** Whose a task is: his office's, taken by himself, or by somebody else who holds the office too. */
    enum Holder { OFFICE, ME, COLLEAGUE }

    /** {@code due} is the last day in Jakarta, {@code daysLeft} counts calendar days to it and is negative once it has passed. */
    record Task(String id, String asked, String process, String element, UUID caseId, String caseNumber, String placeCode, String place,
            Long rupiah, Integer count, String counted, LocalDate due, Long daysLeft, boolean late, Holder holder) {}

    record Kind(String process, String element, String asked, long tasks, long late, long rupiah) {}

    record Counts(long all, long mine, long late) {}

    /** A page of his tasks; the counts are of all of them, the kinds of those that were searched for. */
    record Work(List<Task> items, int page, int size, long total, Counts counts, List<Kind> kinds) {}

    enum View { ALL, MINE, LATE }

    Work tasks(Official official, View view, String search, String kind, Paging paging) {
        List<Waiting> all = desk.of(official);
        Predicate<Waiting> sought = matching(search, all);
        Predicate<Waiting> seen = switch (view) {
            case ALL -> task -> true;
            case MINE -> task -> holder(official, task) == Holder.ME;
            case LATE -> this::late;
        };
        List<Waiting> found = all.stream().filter(sought.and(seen)).toList();
        List<Waiting> wanted = found.stream().filter(task -> kind == null || kind.equals(task.process() + "/" + task.element())).toList();
        List<Waiting> page = wanted.stream().skip(paging.offset()).limit(paging.limit()).toList();
        return new Work(described(official, page), paging.page(), paging.size(), wanted.size(),
                new Counts(all.size(), all.stream().filter(task -> holder(official, task) == Holder.ME).count(),
                        all.stream().filter(this::late).count()), kinds(found));
    }

    /** The cards of these tasks, as far as they are his. */
    List<Task> cards(Official official, List<String> taskIds) {
        if (taskIds.size() > MOST_CARDS) {
            throw Refusal.invalid("TOO_MANY_TASKS", "Paling banyak %d tugas sekaligus.".formatted(MOST_CARDS));
        }
        return described(official, desk.of(official, taskIds));
    }

    /** Everything on his desk, for figures of the whole. */
    List<Task> all(Official official) {
        return described(official, desk.of(official));
    }

    private List<Kind> kinds(List<Waiting> found) {
        Map<UUID, Card> facts = cardsOf(found, Waiting::process, Waiting::caseId);
        Map<String, List<Waiting>> kinds = found.stream().collect(Collectors.groupingBy(task -> task.process() + "/" + task.element(),
                LinkedHashMap::new, Collectors.toList()));
        return kinds.values().stream().map(tasks -> new Kind(tasks.get(0).process(), tasks.get(0).element(), tasks.get(0).asked(),
                tasks.size(), tasks.stream().filter(this::late).count(), tasks.stream().map(task -> task.caseId().map(facts::get).orElse(null))
                        .filter(card -> card != null && card.rupiah() != null).mapToLong(Card::rupiah).sum())).toList();
    }

    private List<Task> described(Official official, List<Waiting> tasks) {
        Map<UUID, Card> facts = cardsOf(tasks, Waiting::process, Waiting::caseId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        return tasks.stream().map(task -> {
            Card card = task.caseId().map(facts::get).orElse(new Card(null, null, null, null, null, null));
            LocalDate due = day(task.due());
            return new Task(task.id(), task.asked(), task.process(), task.element(), task.caseId().orElse(null), card.caseNumber(),
                    card.placeCode(), card.place(), card.rupiah(), card.count(), card.counted(), due,
                    due == null ? null : ChronoUnit.DAYS.between(today, due), late(task), holder(official, task));
        }).toList();
    }

    private static Holder holder(Official official, Waiting task) {
        return task.assignee().map(user -> user.equals(official.user()) ? Holder.ME : Holder.COLLEAGUE).orElse(Holder.OFFICE);
    }

    private boolean late(Waiting task) {
        return task.due() != null && task.due().isBefore(clock.instant());
    }

    private <T> Map<UUID, Card> cardsOf(List<T> cases, Function<T, String> process, Function<T, Optional<UUID>> caseId) {
        Map<UUID, Card> found = new HashMap<>();
        cases.stream().filter(one -> caseId.apply(one).isPresent()).collect(Collectors.groupingBy(process))
                .forEach((key, its) -> found.putAll(cards.of(key, its.stream().map(one -> caseId.apply(one).get()).distinct().toList())));
        return found;
    }

    /**
     * A task's name ends with its case as officials name it, the village with its code or the claim's number; a longer number
     * (15.04.03.2008/2026/I) is found by the village in it, and a case of many villages by any of them.
     */
    private Predicate<Waiting> matching(String search, List<Waiting> tasks) {
        String sought = sought(search);
        Set<UUID> holding = holding(tasks, Waiting::process, Waiting::caseId, sought);
        return task -> task.name().toLowerCase(Locale.ROOT).contains(sought) || task.caseId().filter(holding::contains).isPresent();
    }

    private <T> Set<UUID> holding(List<T> cases, Function<T, String> process, Function<T, Optional<UUID>> caseId, String sought) {
        Set<UUID> holding = new HashSet<>();
        if (!sought.isEmpty()) {
            cases.stream().filter(one -> caseId.apply(one).isPresent()).collect(Collectors.groupingBy(process)).forEach((key, its) ->
                    holding.addAll(cards.holding(key, its.stream().map(one -> caseId.apply(one).get()).distinct().toList(), sought)));
        }
        return holding;
    }

    private static String sought(String search) {
        String text = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        Matcher village = VILLAGE.matcher(text);
        return village.find() ? village.group() : text;
    }

    // ---- waiting for others

    /** A step that others have before them; {@code offices} is empty where it is nobody's here: a bank, the insurer, a date. */
    record Step(String asked, List<String> offices, LocalDate since, LocalDate until, boolean late) {}

    record Elsewhere(String process, String processName, UUID caseId, String caseNumber, String placeCode, String place, Long rupiah,
            Integer count, String counted, List<Step> steps) {}

    /** Cases in which his office took part and that others work on now, those that have lain longest first. */
    List<Elsewhere> elsewhere(Official official, String search) {
        List<OtherDesks.Elsewhere> cases = others.of(official);
        Map<UUID, Card> facts = cardsOf(cases, OtherDesks.Elsewhere::process, one -> Optional.of(one.caseId()));
        List<Office> holders = cases.stream().flatMap(one -> one.steps().stream()).flatMap(step -> step.groups().stream()).distinct()
                .flatMap(group -> Office.of(group).stream()).toList();
        Map<Office, String> called = offices.of(holders);
        String sought = sought(search);
        Set<UUID> holding = holding(cases, OtherDesks.Elsewhere::process, one -> Optional.of(one.caseId()), sought);
        List<Elsewhere> found = new ArrayList<>();
        for (OtherDesks.Elsewhere one : cases) {
            Card card = facts.getOrDefault(one.caseId(), new Card(null, null, null, null, null, null));
            if ((card.caseNumber() + " " + card.placeCode() + " " + card.place()).toLowerCase(Locale.ROOT).contains(sought)
                    || holding.contains(one.caseId())) {
                found.add(new Elsewhere(one.process(), names.process(one.process()), one.caseId(), card.caseNumber(), card.placeCode(),
                        card.place(), card.rupiah(), card.count(), card.counted(), one.steps().stream().map(step -> new Step(step.asked(),
                                called(step.groups(), called), day(step.since()), day(step.due()),
                                step.due() != null && step.due().isBefore(clock.instant()))).toList()));
            }
        }
        return found;
    }

    private static List<String> called(Collection<String> groups, Map<Office, String> names) {
        return groups.stream().flatMap(group -> Office.of(group).stream()).filter(names::containsKey).map(names::get).distinct().sorted().toList();
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, WorkingDays.JAKARTA);
    }
}
