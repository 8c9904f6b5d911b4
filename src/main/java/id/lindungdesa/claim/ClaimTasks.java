package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimReview.Verdict;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code claim-approval} calls: a line for each of its steps. */
@Component
public class ClaimTasks {

    private final Claims claims;
    private final ClaimDesk desk;
    private final ClaimUploads uploads;
    private final ClaimReview review;
    private final PaidBeforeDeduction deduction;
    private final ClaimPayout payout;
    private final InjuryDesk injuryDesk;
    private final InterimPayments interimPayments;
    private final Reclassification reclassification;
    private final WorkingDays workingDays;
    private final Clock clock;

    ClaimTasks(Claims claims, ClaimDesk desk, ClaimUploads uploads, ClaimReview review, ClaimPayout payout, InjuryDesk injuryDesk,
            InterimPayments interimPayments, Reclassification reclassification, WorkingDays workingDays, Clock clock, PaidBeforeDeduction deduction) {
        this.claims = claims;
        this.desk = desk;
        this.uploads = uploads;
        this.review = review;
        this.deduction = deduction;
        this.payout = payout;
        this.injuryDesk = injuryDesk;
        this.interimPayments = interimPayments;
        this.reclassification = reclassification;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public String officerGroup(String claimId) {
        return Role.BPJS_VERIFIKATOR.group(claim(claimId).branch());
    }

    public List<String> villageGroups(String claimId) {
        String village = claim(claimId).villageCode();
        return List.of(Role.OPERATOR.group(village), Role.KADES.group(village), Role.LURAH.group(village),
                Role.SEKDES.group(village));
    }

    public String headOfServiceGroup(String claimId) {
        return Role.BPJS_KABID.group(claim(claimId).branch());
    }

    public String branchHeadGroup(String claimId) {
        return Role.BPJS_KACAB.group(claim(claimId).branch());
    }

    public String financeGroup(String claimId) {
        return Role.BPJS_KEUANGAN.group(claim(claimId).branch());
    }

    /** The end of the last day on which the benefit is paid in time. */
    public Date dueAt(String claimId) {
        return Date.from(workingDays.endOf(claim(claimId).payBy()));
    }

    /** Whether the claim waits for what the doctor says. */
    public boolean submit(String claimId) {
        return desk.submit(id(claimId));
    }

    public void recordStageTwo(String claimId, String note) {
        injuryDesk.record(id(claimId), note);
    }

    /** Each month counted from the accident, as it ends. */
    public String everyMonth(String claimId) {
        LocalDate event = claim(claimId).eventDate();
        long months = Math.max(0, ChronoUnit.MONTHS.between(event, LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA))) + 1;
        return "R/%sT01:00:00/P1M".formatted(event.plusMonths(months));
    }

    public void openInterim(String claimId) {
        interimPayments.open(id(claimId));
    }

    /** When the officer asks again how the worker is: at the end of the month of treatment that is running. */
    public Date treatmentMonthEndsAt(String claimId) {
        LocalDate event = claim(claimId).eventDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        long months = Math.max(0, ChronoUnit.MONTHS.between(event, today)) + 1;
        return Date.from(workingDays.endOf(event.plusMonths(months)));
    }

    public void recordCompleteness(String claimId, boolean complete, String note) {
        desk.check(id(claimId), complete, note);
    }

    public void recordSupply(String claimId, String documentIds) {
        desk.supply(id(claimId), documentIds);
    }

    public void recordUpload(String claimId) {
        uploads.recordUpload(id(claimId));
    }

    public void assess(String claimId) {
        review.assess(id(claimId));
    }

    /** Once more, after the list of heirs was corrected. */
    public void assessAgain(String claimId) {
        review.assess(id(claimId));
    }

    /** Whether the claim was moved to the other programme instead of being proposed. */
    public boolean recordProposal(String claimId, boolean approved, String outcome, String note) {
        boolean reclassified = "RECLASSIFY".equals(outcome);
        boolean deducted = "DEDUCT".equals(outcome);
        if (outcome != null && !outcome.isBlank() && !reclassified && !deducted && !outcome.equals("REJECT")) {
            throw Refusal.invalid("OUTCOME_UNKNOWN", "Pilihan harus REJECT, RECLASSIFY, atau DEDUCT.");
        }
        if (approved != deducted && outcome != null && !outcome.isBlank() && (approved || deducted)) {
            throw Refusal.invalid("OUTCOME_CONTRADICTS", "Klaim tidak dapat diusulkan dibayar dan sekaligus ditolak atau dipindahkan; "
                    + "manfaat yang dikurangi diusulkan dengan pilihan \"Bayarkan\".");
        }
        if (reclassified) {
            reclassification.reclassify(id(claimId), note);
        } else {
            if (approved) {
                deduction.propose(id(claimId), deducted, note);
            }
            review.propose(id(claimId), approved, note);
        }
        return reclassified;
    }

    /** Whether the claim waits for what the doctor says. */
    public boolean isInTreatment(String claimId) {
        return claim(claimId).state() == ClaimState.IN_TREATMENT;
    }

    /** Whether the claim goes on after that; a rejected one does not. */
    public boolean recordApproval(String claimId, boolean approved, String outcome, String note) {
        return review.approve(id(claimId), verdict(approved, outcome), note);
    }

    public boolean aboveLimit(String claimId) {
        return review.aboveLimit(id(claimId));
    }

    /** Whether the claim goes on after that; a rejected one does not. */
    public boolean recordApprovalAboveLimit(String claimId, boolean approved, String outcome, String note) {
        return review.approveAboveLimit(id(claimId), verdict(approved, outcome), note);
    }

    public void recordPaymentOrder(String claimId, String bankReference) {
        payout.order(id(claimId), bankReference);
    }

    public void payHeirs(String claimId) {
        payout.pay(id(claimId));
    }

    public void writeLetter(String claimId) {
        payout.writeLetter(id(claimId));
    }

    public void writeRejection(String claimId) {
        payout.writeRejection(id(claimId));
    }

    /** Without approval a claim goes back to the officer, unless a rejection is asked for by name. */
    private static Verdict verdict(boolean approved, String outcome) {
        Verdict asked = outcome == null || outcome.isBlank() ? (approved ? Verdict.AGREE : Verdict.RETURN)
                : switch (outcome) {
                    case "RETURN" -> Verdict.RETURN;
                    case "REJECT" -> Verdict.REJECT;
                    default -> throw Refusal.invalid("OUTCOME_UNKNOWN", "Keputusan harus RETURN atau REJECT.");
                };
        if (approved != (asked == Verdict.AGREE)) {
            throw Refusal.invalid("OUTCOME_CONTRADICTS", "Klaim tidak dapat disetujui dan sekaligus dikembalikan atau ditolak.");
        }
        return asked;
    }

    private Claim claim(String claimId) {
        return claims.get(id(claimId));
    }

    private static UUID id(String claimId) {
        return UUID.fromString(claimId);
    }
}
