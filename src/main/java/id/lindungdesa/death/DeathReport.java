package id.lindungdesa.death;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reported death. Of somebody who is no worker of ours no more is kept than what tells the same report apart.
 *
 * @param workerId null for somebody who is not listed anywhere; so are village and branch
 * @param reasons why there is no claim, as codes of the rules; empty while there may be one
 * @param completeBy until when the village should have spoken with the family; null where it need not
 * @param claimId the claim that was drafted from it, null before
 */
record DeathReport(UUID id, String number, String nikDigest, String maskedNik, UUID workerId, String villageCode, String branch,
                   LocalDate diedOn, ReportSource source, Instant reportedAt, ReportState state, List<String> reasons,
                   String explanation, LocalDate completeBy, UUID claimId) {

    DeathReport {
        reasons = List.copyOf(reasons);
    }

    /** What is known of the worker and the day by now, as the rules see it. */
    record Finding(UUID workerId, String villageCode, String branch, ReportState state, List<String> reasons, String explanation,
                   LocalDate completeBy, UUID claimId) {}

    /** The same report with what is known now. */
    DeathReport found(LocalDate died, Finding finding) {
        return new DeathReport(id, number, nikDigest, maskedNik, finding.workerId(), finding.villageCode(), finding.branch(), died,
                source, reportedAt, finding.state(), finding.reasons(), finding.explanation(), finding.completeBy(), finding.claimId());
    }

    DeathReport drafted(UUID claim) {
        requireOpen();
        return with(ReportState.OPEN, explanation, claim);
    }

    DeathReport claimed() {
        requireOpen();
        if (claimId == null) {
            throw Refusal.invalid("CLAIM_REQUIRED", "Lengkapi data klaim bersama keluarga terlebih dahulu.");
        }
        return with(ReportState.CLAIMED, "Klaim telah diajukan.", claimId);
    }

    /** The family wants no claim, or nobody died. */
    DeathReport ended(boolean wrong) {
        requireOpen();
        return with(wrong ? ReportState.WRONG : ReportState.DECLINED, wrong ? "Laporan ini keliru."
                : "Keluarga tidak mengajukan klaim; hak itu tetap ada selama belum gugur.", null);
    }

    private void requireOpen() {
        if (state != ReportState.OPEN) {
            throw Refusal.conflict("REPORT_STATE", "Laporan %s sudah selesai: %s.".formatted(number, state.label()));
        }
    }

    private DeathReport with(ReportState next, String words, UUID claim) {
        return new DeathReport(id, number, nikDigest, maskedNik, workerId, villageCode, branch, diedOn, source, reportedAt, next,
                reasons, words, completeBy, claim);
    }
}
