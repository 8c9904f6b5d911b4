package id.lindungdesa.reminder;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Overseers;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.reminder.Escalation.Turn;
import id.lindungdesa.reminder.Escalations.Entry;
import id.lindungdesa.reminder.ReminderTerms.Stage;
import id.lindungdesa.workflow.TaskLookup;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a delay comes before the overseer of the desk it lies on, goes one step up while nothing helps, and ends. */
@Service
class EscalationDesk {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 4000;

    private final Escalations escalations;
    private final EscalationProcess process;
    private final Overseers overseers;
    private final ReminderTerms terms;
    private final TaskLookup tasks;
    private final CurrentUser currentUser;
    private final OfficeNames officeNames;
    private final Clock clock;

    EscalationDesk(Escalations escalations, EscalationProcess process, Overseers overseers, ReminderTerms terms, TaskLookup tasks,
            CurrentUser currentUser, OfficeNames officeNames, Clock clock) {
        this.escalations = escalations;
        this.process = process;
        this.overseers = overseers;
        this.terms = terms;
        this.tasks = tasks;
        this.currentUser = currentUser;
        this.officeNames = officeNames;
        this.clock = clock;
    }

    /** Brings late work before whoever oversees it; nothing where it lies before somebody already. */
    @Transactional
    public void open(LateTask late) {
        Turn turn = above(late.desk());
        Escalation escalation = Escalation.of(UUID.randomUUID(), late, tasks.legalBasis(late.taskId()).orElse(null), turn, clock.instant());
        if (!escalations.add(escalation)) {
            return;
        }
        bySystem(escalation.id(), "Batas waktu terlewati: " + step(late.title()), escalation.runs()
                ? "Diberitahukan kepada " + names(turn.overseers()) : "Tidak ada atasan yang dapat diberi tahu");
        if (escalation.runs()) {
            process.start(escalation.id());
        }
    }

    /** One step up, where the overseer's time is up and somebody stands above him. */
    @Transactional
    public void persists(UUID id) {
        LocalDate today = today();
        escalations.tryLock(id).filter(one -> one.runs() && one.climbs() && one.actBy().isBefore(today)).ifPresent(one -> {
            if (above(one.overseers()).overseers().isEmpty()) {     // who stood above is gone by now
                escalations.update(one.atTop());
            } else {
                process.persists(id);
            }
        });
    }

    void climb(UUID id) {
        Escalation before = escalations.lock(id);
        Escalation after = before.climbed(above(before.overseers()));
        escalations.update(after);
        bySystem(id, "Tetap terlambat: " + step(before.title()), "Diteruskan kepada " + names(after.overseers()));
    }

    /** @return whether somebody above watches what comes of it */
    boolean followUp(UUID id, String action, String note) {
        Escalation before = escalations.lock(id);
        Official official = currentUser.acting(who -> offices(before.overseers()).stream().anyMatch(office -> who.holds(office.role(), office.area())));
        if (offices(before.overseers()).stream().noneMatch(office -> official.holds(office.role(), office.area()))) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Keterlambatan ini bukan wewenang jabatan atau wilayah Anda.");
        }
        FollowUp done = Arrays.stream(FollowUp.values()).filter(one -> one.name().equals(action)).findFirst()
                .orElseThrow(() -> Refusal.invalid("FOLLOW_UP_UNKNOWN", "Pilih apa yang Anda lakukan."));
        if (note == null || note.strip().length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", "Tuliskan catatan, %d sampai %d tanda.".formatted(SHORTEST_NOTE, LONGEST_NOTE));
        }
        Escalation after = before.followedUp(terms.from(today(), Stage.FOLLOW_UP, calendar(before.overseers())));
        escalations.update(after);
        escalations.add(id, new Entry("Tindak lanjut keterlambatan: " + step(before.title()), done.label(), note.strip(), official.user(),
                official.name(), clock.instant()));
        return after.state() == EscalationState.WATCHED;
    }

    /** The delay is over, wherever it had got to. */
    @Transactional
    public void over(UUID id) {
        escalations.tryLock(id).filter(one -> one.state() != EscalationState.ENDED && escalations.isOver(id, clock.instant())).ifPresent(one -> {
            if (one.runs()) {
                process.ended(id);
            } else {
                end(id);
            }
        });
    }

    void end(UUID id) {
        Escalation one = escalations.lock(id);
        escalations.end(id, clock.instant());
        bySystem(id, "Keterlambatan berakhir: " + step(one.title()), "Tugas selesai, perkara ditutup, atau batas waktunya diundur");
    }

    Escalation get(UUID id) {
        return escalations.get(id);
    }

    /** The nearest offices above these that somebody holds, and until when they should act. */
    private Turn above(List<String> groups) {
        List<Office> above = overseers.heldAbove(offices(groups));
        List<String> named = above.stream().map(office -> office.role().group(office.area())).toList();
        return new Turn(named, !overseers.heldAbove(above).isEmpty(), terms.from(today(), Stage.FOLLOW_UP,
                calendar(named)));
    }

    private static OfficeCalendar calendar(List<String> groups) {
        return offices(groups).stream().map(office -> ReminderTerms.calendarOf(office.role())).findFirst().orElse(OfficeCalendar.PROVINCE);
    }

    /** A group that is no office does not count. */
    private static List<Office> offices(List<String> groups) {
        return groups.stream().flatMap(group -> Official.of("", "", List.of(group)).offices().stream()).toList();
    }

    private String names(List<String> groups) {
        return names(groups, officeNames);
    }

    static String names(List<String> groups, OfficeNames officeNames) {
        List<Office> offices = offices(groups);
        Map<Office, String> titles = officeNames.withCodes(offices);
        return offices.stream().map(titles::get).collect(Collectors.joining(", "));
    }

    /** A task's name without its case, which the sheet names anyway. */
    static String step(String title) {
        return title.split(" · ", 2)[0];
    }

    private void bySystem(UUID id, String step, String outcome) {
        escalations.add(id, new Entry(step, outcome, null, "system", "Sistem", clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }
}
