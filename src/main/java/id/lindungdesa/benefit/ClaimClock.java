package id.lindungdesa.benefit;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the law says about time: until when a complete claim is paid, what delay costs, until when an accident is reported. */
@Component
public class ClaimClock {

    private final BenefitRules rules;
    private final WorkingDays workingDays;

    public ClaimClock(BenefitRules rules, WorkingDays workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    /** What is not due is null; no delay costs nothing. */
    public record Terms(LocalDate payBy, Rupiah penalty, OffsetDateTime stageOneDueAt, Map<String, String> ruleVersions) {}

    /** The last day for the payment of a claim that was complete on that day. */
    public LocalDate payBy(LocalDate complete, Programme programme) {
        return workingDays.due(complete, rules.deadline(complete, programme).workingDays(), OfficeCalendar.BPJS).due();
    }

    /** A payment after its last day: how many days count, and what they cost the insurer. */
    public record Late(long days, int percentPerDay, Rupiah penalty, String legalBasis, String version) {}

    /** What the family gets for each day after that day and by which article; nothing where it was paid in time. */
    public Late late(LocalDate payBy, LocalDate paid, Rupiah total, Programme programme) {
        BenefitRules.Penalty rule = rules.penalty(payBy, programme);
        long days = daysLate(payBy, paid, rule.workingDaysOnly());
        long percent = Math.multiplyExact(rule.percentPerDay(), days);
        return new Late(days, rule.percentPerDay(), Rupiah.of(total.times(percent).amount() / 100), rule.legalBasis(), rule.version());
    }

    /**
     * The last day for payment after the clock stood still between these days: later by the working days in between. The
     * day on which it stopped has been used, the day on which it runs again has not.
     */
    public LocalDate moved(LocalDate payBy, LocalDate stopped, LocalDate resumed) {
        long days = workingDaysAfter(stopped, resumed);
        return days == 0 ? payBy : workingDays.due(payBy, (int) days, OfficeCalendar.BPJS).due();
    }

    /** The working days of the insurer after the one day, up to and with the other. */
    public long workingDaysAfter(LocalDate from, LocalDate until) {
        return Stream.iterate(from.plusDays(1), day -> !day.isAfter(until), day -> day.plusDays(1))
                .filter(day -> workingDays.isWorking(day, OfficeCalendar.BPJS)).count();
    }

    /** Until when an accident is reported, in clock hours, and whether it was reported later than that. */
    public record ReportTerm(Instant dueAt, boolean late, String legalBasis) {}

    /** Until when an accident is to be reported, in hours from it, and whether it was. */
    public ReportTerm stageOne(Instant accidentAt, Instant reportedAt) {
        BenefitRules.Report report = rules.reportOfAccident(LocalDate.ofInstant(accidentAt, WorkingDays.JAKARTA));
        Instant dueAt = workingDays.dueTime(accidentAt, report.hours());
        return new ReportTerm(dueAt, reportedAt.isAfter(dueAt), report.legalBasis());
    }

    /** The last day on which the right to claim could be used; {@code lapsed} where the claim came after it. */
    public record Lapse(LocalDate lastDay, boolean lapsed, boolean rejected, String legalBasis) {}

    /** The day on which the right lapsed, where it had when the claim was filed. */
    public Optional<Lapse> lapse(LocalDate event, Programme programme, LocalDate filed) {
        return rules.expiry(event, programme).map(expiry -> {
            LocalDate lastDay = event.plusYears(expiry.years());
            return new Lapse(lastDay, filed.isAfter(lastDay), expiry.decision().equals("REJECTED"), expiry.legalBasis());
        });
    }

    /** @param total what is paid late; nothing where nothing is to be paid */
    public Terms terms(Facts facts, Rupiah total, boolean rejected) {
        Map<String, String> versions = new LinkedHashMap<>();
        LocalDate complete = facts.handling().completeOn();
        LocalDate payBy = null;
        Rupiah penalty = Rupiah.ZERO;
        if (complete != null && facts.programme() != null && !rejected) {
            payBy = payBy(complete, facts.programme());
            versions.put("claim-deadline", rules.deadline(complete, facts.programme()).version());
            LocalDate paid = facts.handling().paidOn();
            if (paid != null && paid.isAfter(payBy)) {
                Late late = late(payBy, paid, total, facts.programme());
                versions.put("late-penalty", late.version());
                penalty = late.penalty();
            }
        }
        OffsetDateTime accident = facts.programme() == Programme.JKK ? facts.injury().accidentAt() : null;
        OffsetDateTime stageOne = null;
        if (accident != null) {
            BenefitRules.Report report = rules.reportOfAccident(accident.toLocalDate());
            versions.put("accident-report-deadline", report.version());
            stageOne = workingDays.dueTime(accident.toInstant(), report.hours()).atOffset(accident.getOffset());
        }
        return new Terms(payBy, penalty, stageOne, versions);
    }

    private long daysLate(LocalDate payBy, LocalDate paid, boolean workingDaysOnly) {
        if (!workingDaysOnly) {
            return ChronoUnit.DAYS.between(payBy, paid);
        }
        return workingDaysAfter(payBy, paid);
    }
}
