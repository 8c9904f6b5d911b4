package id.lindungdesa.reminder;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Vacancies;
import id.lindungdesa.identity.Vacancies.Vacancy;
import id.lindungdesa.notice.Outbox;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.reminder.Digests.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at everybody's desk once on each of his working days, from an hour on, and posts one mail to whoever has something
 * due. A day is written down for a person in the transaction of his mail, so that neither a restart nor a second node sends
 * another; a node that comes late makes up for it until the evening.
 */
@Component
class DigestRound {

    private static final Logger log = LoggerFactory.getLogger(DigestRound.class);
    private static final int AT_ONCE = 100;
    private static final int DAYS_REMEMBERED = 90;

    private final Digests digests;
    private final ReminderTerms terms;
    private final Vacancies vacancies;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final OneNode oneNode;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LocalTime from;
    private final LocalTime until;
    private final Digest digest;

    DigestRound(Digests digests, ReminderTerms terms, Vacancies vacancies, Outbox outbox, WorkingDays workingDays, OneNode oneNode,
            TransactionTemplate transaction, Clock clock, Gauges gauges, OfficeNames officeNames, @Value("${lindungdesa.digest.from}") LocalTime from,
            @Value("${lindungdesa.digest.until}") LocalTime until,
            @Value("${lindungdesa.public-url}") String publicUrl) {
        if (!from.isBefore(until)) {
            throw new IllegalStateException("lindungdesa.digest.from (%s) is not before lindungdesa.digest.until (%s)".formatted(from, until));
        }
        this.digests = digests;
        this.terms = terms;
        this.vacancies = vacancies;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.oneNode = oneNode;
        this.transaction = transaction;
        this.clock = clock;
        this.from = from;
        this.until = until;
        this.digest = new Digest(publicUrl, officeNames);
        Reading<Digests.Counts> counts = gauges.reading("digests", digests::counts);
        gauges.gauge("lindungdesa.digests", "Daily reminders that wait for the mail server", counts, Digests.Counts::waiting, "state", "waiting");
        gauges.gauge("lindungdesa.digests", "Daily reminders that were refused for good", counts, Digests.Counts::failed, "state", "failed");
    }

    @Scheduled(fixedDelayString = "${lindungdesa.digest.every}", initialDelayString = "${lindungdesa.digest.every}")
    void round() {
        ZonedDateTime now = clock.instant().atZone(WorkingDays.JAKARTA);
        if (!outbox.isOpen() || now.toLocalTime().isBefore(from) || !now.toLocalTime().isBefore(until)) {
            return;
        }
        Map<OfficeCalendar, LocalDate> open = working(now.toLocalDate());
        Optional<String> last = Optional.of("");
        while (!open.isEmpty() && last.isPresent()) {
            String after = last.get();
            last = transaction.execute(status -> portion(now.toLocalDate(), open, after));
        }
    }

    /** The calendars on which that day is a working day, each with how far ahead it looks. */
    private Map<OfficeCalendar, LocalDate> working(LocalDate today) {
        Map<OfficeCalendar, LocalDate> open = new EnumMap<>(OfficeCalendar.class);
        for (OfficeCalendar calendar : OfficeCalendar.values()) {
            if (terms.isWorking(today, calendar)) {
                open.put(calendar, terms.from(today, ReminderTerms.Stage.AHEAD, calendar));
            }
        }
        return open;
    }

    /** @return the last person of this portion, empty when nobody is left or another node is at it */
    private Optional<String> portion(LocalDate today, Map<OfficeCalendar, LocalDate> open, String after) {
        if (!oneNode.takesTurn("daily digests")) {
            return Optional.empty();
        }
        List<Person> people = digests.next(today, after, AT_ONCE);
        Map<OfficeCalendar, List<Person>> byCalendar = people.stream().filter(person -> calendarOf(person).filter(open::containsKey).isPresent())
                .collect(Collectors.groupingBy(person -> calendarOf(person).orElseThrow()));
        byCalendar.forEach((calendar, alike) -> post(alike, today, open.get(calendar)));
        return people.size() < AT_ONCE ? Optional.empty() : Optional.of(people.get(people.size() - 1).user());
    }

    private void post(List<Person> people, LocalDate today, LocalDate ahead) {
        Map<String, DeskWork> desks = digests.desks(people.stream().map(Person::user).toList(), today, ahead, clock.instant(), workingDays);
        Map<Office, List<Vacancy>> vacant = vacancies.byOverseer();
        int posted = 0;
        for (Person person : people) {
            DeskWork work = desks.get(person.user());
            List<Vacancy> told = news(person, vacant, today);
            if (digests.begin(work, told.size(), today, clock.instant()) && !(work.isEmpty() && told.isEmpty())) {
                outbox.send(digest.of(work, told, today, ahead, person.address())).ifPresent(mail -> digests.posted(person.user(), today, mail));
                posted++;
            }
        }
        log.info("{} desks looked at, {} reminders posted", people.size(), posted);
    }

    /** Empty offices below him: those where work waits, and those that fell empty since he was last looked at. */
    private List<Vacancy> news(Person person, Map<Office, List<Vacancy>> vacant, LocalDate today) {
        List<Vacancy> his = Official.of(person.user(), "", person.groups()).offices().stream()
                .flatMap(office -> vacant.getOrDefault(office, List.of()).stream()).distinct().toList();
        if (his.isEmpty()) {
            return his;
        }
        LocalDate last = digests.lastBefore(person.user(), today).orElse(LocalDate.MIN);
        return his.stream().filter(one -> !one.waiting().isEmpty() || one.since().isAfter(last)).toList();
    }

    /** Whose holidays somebody keeps; empty for whoever holds no office of people. */
    private static Optional<OfficeCalendar> calendarOf(Person person) {
        return Official.of(person.user(), "", person.groups()).offices().stream().map(Official.Office::role)
                .filter(role -> role.isOfficial()).map(ReminderTerms::calendarOf).sorted().findFirst();
    }

    @Scheduled(cron = "0 25 3 * * *", zone = "Asia/Jakarta")
    void forget() {
        digests.forgetBefore(LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA).minusDays(DAYS_REMEMBERED));
    }
}
