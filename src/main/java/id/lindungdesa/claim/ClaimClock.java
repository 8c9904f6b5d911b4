package id.lindungdesa.claim;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the law says about time: until when a complete claim is paid, what delay costs, until when an accident is reported. */
@Component
class ClaimClock {

    private final BenefitRules rules;
    private final WorkingDays workingDays;

    ClaimClock(BenefitRules rules, WorkingDays workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    /** What is not due is null; no delay costs nothing. */
    record Terms(LocalDate payBy, Rupiah penalty, OffsetDateTime stageOneDueAt, Map<String, String> ruleVersions) {}

    /** The last day for the payment of a claim that was complete on that day. */
    LocalDate payBy(LocalDate complete, Programme programme) {
        return workingDays.due(complete, rules.deadline(complete, programme).workingDays(), OfficeCalendar.BPJS).due();
    }

    /** @param total what is paid late; nothing where nothing is to be paid */
    Terms terms(Facts facts, Rupiah total, boolean rejected) {
        Map<String, String> versions = new LinkedHashMap<>();
        LocalDate complete = facts.handling().completeOn();
        LocalDate payBy = null;
        Rupiah penalty = Rupiah.ZERO;
        if (complete != null && facts.programme() != null && !rejected) {
            payBy = payBy(complete, facts.programme());
            versions.put("claim-deadline", rules.deadline(complete, facts.programme()).version());
            LocalDate paid = facts.handling().paidOn();
            if (paid != null && paid.isAfter(payBy)) {
                BenefitRules.Penalty rule = rules.penalty(payBy, facts.programme());
                versions.put("late-penalty", rule.version());
                long percent = Math.multiplyExact(rule.percentPerDay(), daysLate(payBy, paid, rule.workingDaysOnly()));
                penalty = Rupiah.of(total.times(percent).amount() / 100);
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
        return Stream.iterate(payBy.plusDays(1), day -> !day.isAfter(paid), day -> day.plusDays(1))
                .filter(day -> workingDays.isWorking(day, OfficeCalendar.BPJS)).count();
    }
}
