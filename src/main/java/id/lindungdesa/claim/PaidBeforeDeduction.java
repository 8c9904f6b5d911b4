package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Cover;
import id.lindungdesa.premium.CoverBook;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever dies of an accident that a disability was paid for: the law does not say whether the one is taken off the other. The
 * officer proposes either, with his reasons, and his superiors decide; the amounts are the rules' both ways.
 */
@Service
class PaidBeforeDeduction {

    private final Claims claims;
    private final ClaimReview review;
    private final Assessor assessor;
    private final Benefits benefits;
    private final HeirDivision division;
    private final CoverBook coverBook;
    private final ClaimSteps steps;

    PaidBeforeDeduction(Claims claims, ClaimReview review, Assessor assessor, Benefits benefits, HeirDivision division, CoverBook coverBook,
            ClaimSteps steps) {
        this.claims = claims;
        this.review = review;
        this.assessor = assessor;
        this.benefits = benefits;
        this.division = division;
        this.coverBook = coverBook;
        this.steps = steps;
    }

    /**
     * Calculates the claim anew, with or without what was paid of another benefit for the same event.
     *
     * @throws Refusal NOTHING_TO_DEDUCT where nothing else was paid, NOTHING_LEFT where it was as much as this claim
     */
    @Transactional
    public void propose(UUID claimId, boolean deduct, String note) {
        Claim claim = claims.lock(claimId);
        claim.requireState(ClaimState.ASSESSED);
        if (deduct) {
            steps.requireNote(note, "Tuliskan mengapa manfaat lain yang sudah dibayar dikurangkan.");
        }
        Map<String, Rupiah> paid = benefits.paidBefore(claimId);
        Assessment whole = paid.isEmpty() ? null : assessor.assess(review.facts(claim), paid);
        if (whole == null || !whole.reasons().contains("PAID_BEFORE_NOT_DUE")) {
            if (deduct) {
                throw Refusal.invalid("NOTHING_TO_DEDUCT", "Untuk peristiwa ini tidak ada manfaat lain yang sudah dibayar; tidak ada yang dikurangkan.");
            }
            return;
        }
        Assessment proposed = deduct ? assessor.difference(review.facts(claim), paid) : whole;
        if (deduct && proposed.components().isEmpty()) {
            throw Refusal.invalid("NOTHING_LEFT", "Setelah dikurangi yang sudah dibayar tidak ada sisa manfaat; usulkan penolakan dengan alasannya.");
        }
        Optional<Cover> cover = coverBook.on(claim.workerId(), claim.eventDate())
                .filter(found -> !LocalDate.ofInstant(found.registeredAt(), WorkingDays.JAKARTA).isAfter(claim.eventDate()));
        benefits.save(claimId, division.divided(claimId, proposed), cover);
    }
}
