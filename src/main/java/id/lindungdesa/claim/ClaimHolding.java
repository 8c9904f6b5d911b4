package id.lindungdesa.claim;

import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimProgress.Reached;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets.Fact;
import id.lindungdesa.workflow.CaseSheets.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who holds a claim, since when, and how many working days each held it: while the clock stands still, whoever is waited for. */
@Component
class ClaimHolding {

    private final ClaimProgress progress;
    private final ClaimClock claimClock;
    private final Clock clock;

    ClaimHolding(ClaimProgress progress, ClaimClock claimClock, Clock clock) {
        this.progress = progress;
        this.claimClock = claimClock;
        this.clock = clock;
    }

    /** {@code until} is null for whoever holds it now. */
    record Held(Holder holder, Instant from, Instant until, long workingDays) {}

    /** {@code pausedFor} and its note are null while the clock runs. */
    record Standing(Holder holder, Instant since, boolean paused, PauseCause pausedFor, String pauseNote, LocalDate payBy, List<Held> held) {}

    Standing of(Claim claim) {
        List<ClaimPause> pauses = progress.pauses(claim.id());
        List<Held> held = held(progress.of(claim.id()), pauses);
        Optional<ClaimPause> open = pauses.stream().filter(ClaimPause::isOpen).findFirst();
        boolean over = Holder.of(claim.state().name()) == Holder.NOBODY;
        Held last = held.isEmpty() ? null : held.get(held.size() - 1);
        return new Standing(over || last == null ? Holder.of(claim.state().name()) : last.holder(),
                last == null ? claim.filedAt() : over ? last.until() : last.from(), !over && open.isPresent(),
                over ? null : open.map(ClaimPause::cause).orElse(null), over ? null : open.map(ClaimPause::note).orElse(null),
                claim.payBy() == null ? null : payBy(claim), held);
    }

    /** The last day for payment as it stands today: a pause that goes on moves it each working day. */
    LocalDate payBy(Claim claim) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        return progress.openPause(claim.id()).map(pause -> claimClock.moved(claim.payBy(),
                LocalDate.ofInstant(pause.begunAt(), WorkingDays.JAKARTA), today)).orElse(claim.payBy());
    }

    List<Fact> facts(Claim claim) {
        Standing now = of(claim);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Dipegang oleh", "%s sejak %s".formatted(now.holder().label(), DateWords.day(now.since()))));
        lapse(claim).filter(ClaimClock.Lapse::lapsed).ifPresent(lapse -> facts.add(new Fact("Hak menuntut", lapseSentence(lapse))));
        if (now.paused()) {
            facts.add(new Fact("Hitungan waktu berhenti", "menunggu %s: %s".formatted(now.pausedFor().label(), now.pauseNote())));
        }
        return facts;
    }

    /** Whether the claim was filed after the right to it had lapsed; told when it is filed, decided by the rules later. */
    Optional<ClaimClock.Lapse> lapse(Claim claim) {
        return claimClock.lapse(claim.eventDate(), claim.programme(), day(claim.filedAt()));
    }

    static String lapseSentence(ClaimClock.Lapse lapse) {
        return "Diajukan setelah %s, hari terakhir hak menuntut (%s). %s".formatted(DateWords.day(lapse.lastDay()), lapse.legalBasis(),
                lapse.rejected() ? "Menurut aturan klaim ini akan ditolak." : "Klaim ini akan dipertimbangkan pejabat.");
    }

    Table table(Claim claim) {
        return new Table("Waktu", List.of("Pemegang", "Sejak", "Sampai", "Hari kerja"), of(claim).held().stream()
                .map(one -> List.<Object>of(one.holder().label(), DateWords.day(one.from()),
                        one.until() == null ? "sekarang" : DateWords.day(one.until()), one.workingDays())).toList(), null);
    }

    private List<Held> held(List<Reached> reached, List<ClaimPause> pauses) {
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            Holder holder = Holder.of(reached.get(i).state());
            Instant until = i + 1 < reached.size() ? reached.get(i + 1).at() : null;
            if (holder != Holder.NOBODY) {
                cut(held, holder, reached.get(i).at(), until, pauses);
            }
        }
        return held;
    }

    /** A stretch of one holder, with the pauses inside it given to whoever was waited for. */
    private void cut(List<Held> held, Holder holder, Instant from, Instant until, List<ClaimPause> pauses) {
        Instant at = from;
        for (ClaimPause pause : pauses) {
            boolean before = pause.endedAt() != null && !pause.endedAt().isAfter(at);
            boolean after = until != null && !pause.begunAt().isBefore(until);
            if (before || after) {
                continue;
            }
            if (pause.begunAt().isAfter(at)) {
                add(held, holder, at, pause.begunAt());
                at = pause.begunAt();
            }
            Instant end = pause.endedAt() == null || until != null && until.isBefore(pause.endedAt()) ? until : pause.endedAt();
            add(held, pause.cause().holder(), at, end);
            if (end == null || end.equals(until)) {
                return;
            }
            at = end;
        }
        add(held, holder, at, until);
    }

    private void add(List<Held> held, Holder holder, Instant from, Instant until) {
        Held last = held.isEmpty() ? null : held.get(held.size() - 1);
        boolean goesOn = last != null && last.holder() == holder && from.equals(last.until());
        Instant begun = goesOn ? last.from() : from;
        if (goesOn) {
            held.remove(held.size() - 1);
        }
        held.add(new Held(holder, begun, until, claimClock.workingDaysAfter(day(begun), day(until == null ? clock.instant() : until))));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.JAKARTA);
    }

    /** @throws Refusal CLOCK_PAUSED while somebody is waited for */
    void requireRunning(Claim claim) {
        progress.openPause(claim.id()).ifPresent(pause -> {
            throw Refusal.conflict("CLOCK_PAUSED", "Hitungan waktu klaim ini berhenti (menunggu %s). Lanjutkan lebih dahulu."
                    .formatted(pause.cause().label()));
        });
    }
}
