package id.lindungdesa.scholarship;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code scholarship-payment} calls: a line for each of its steps. */
@Component
public class ScholarshipTasks {

    private final Scholarships children;
    private final SchoolYears years;
    private final YearOpening opening;
    private final YearReview review;
    private final YearPayout payout;
    private final WorkingDays workingDays;

    ScholarshipTasks(Scholarships children, SchoolYears years, YearOpening opening, YearReview review, YearPayout payout,
            WorkingDays workingDays) {
        this.children = children;
        this.years = years;
        this.opening = opening;
        this.review = review;
        this.payout = payout;
        this.workingDays = workingDays;
    }

    /** The village, and the officer for families that come to the branch. */
    public List<String> filerGroups(String schoolYearId) {
        Scholarship child = child(schoolYearId);
        List<String> groups = new ArrayList<>();
        for (Role role : ScholarshipAccess.VILLAGE) {
            groups.add(role.group(child.villageCode()));
        }
        groups.add(Role.BPJS_VERIFIKATOR.group(child.branch()));
        return groups;
    }

    public String officerGroup(String schoolYearId) {
        return Role.BPJS_VERIFIKATOR.group(child(schoolYearId).branch());
    }

    public String headOfServiceGroup(String schoolYearId) {
        return Role.BPJS_KABID.group(child(schoolYearId).branch());
    }

    public String financeGroup(String schoolYearId) {
        return Role.BPJS_KEUANGAN.group(child(schoolYearId).branch());
    }

    public Date beginsAt(String schoolYearId) {
        return startOf(year(schoolYearId).dates().beginsOn());
    }

    public Date remindAt(String schoolYearId) {
        return startOf(year(schoolYearId).dates().remindOn());
    }

    /** The end of the last day on which the family should have proved the year. */
    public Date dueAt(String schoolYearId) {
        return Date.from(workingDays.endOf(year(schoolYearId).dates().dueOn()));
    }

    public Date endsAt(String schoolYearId) {
        return Date.from(workingDays.endOf(year(schoolYearId).dates().endsOn()));
    }

    /** Whether the school year has begun; one that has not waits for its day. */
    public boolean open(String schoolYearId) {
        return opening.open(id(schoolYearId));
    }

    public void begin(String schoolYearId) {
        opening.begin(id(schoolYearId));
    }

    public void recordProof(String schoolYearId, String level, Long grade, String married, String working, Long wageMonths,
            String documentIds) {
        review.prove(id(schoolYearId), new YearReview.Brought(level, grade, married, working, wageMonths, documentIds));
    }

    public void judge(String schoolYearId) {
        review.judge(id(schoolYearId));
    }

    public void recordCheck(String schoolYearId, boolean complete, String note) {
        review.check(id(schoolYearId), complete, note);
    }

    /** Whether money follows. */
    public boolean recordApproval(String schoolYearId, boolean approved, String note) {
        return review.approve(id(schoolYearId), approved, note);
    }

    public void recordPaymentOrder(String schoolYearId, String bankReference) {
        payout.order(id(schoolYearId), bankReference);
    }

    public void pay(String schoolYearId) {
        payout.pay(id(schoolYearId));
    }

    public void writeLetter(String schoolYearId) {
        payout.writeLetter(id(schoolYearId));
    }

    public void refuse(String schoolYearId) {
        payout.refuse(id(schoolYearId));
    }

    public void remind(String schoolYearId) {
        payout.remind(id(schoolYearId));
    }

    public void suspend(String schoolYearId) {
        payout.suspend(id(schoolYearId));
    }

    public void lapse(String schoolYearId) {
        payout.lapse(id(schoolYearId));
    }

    public void endYear(String schoolYearId) {
        payout.end(id(schoolYearId));
    }

    public void openNext(String schoolYearId) {
        opening.openNext(id(schoolYearId));
    }

    private SchoolYear year(String schoolYearId) {
        return years.get(id(schoolYearId));
    }

    private Scholarship child(String schoolYearId) {
        return children.get(year(schoolYearId).scholarshipId());
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(WorkingDays.JAKARTA).toInstant());
    }

    private static UUID id(String schoolYearId) {
        return UUID.fromString(schoolYearId);
    }
}
