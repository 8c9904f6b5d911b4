package id.lindungdesa.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rule book asked once more about a paid claim, with the facts as they are known better: what it gives and what is left. */
@Component
class SupplementCalculation {

    private final ClaimReview review;
    private final Assessor assessor;
    private final Injuries injuries;
    private final HeirDivision division;
    private final StageTwoCheck check;
    private final Supplements supplements;
    private final Enrolment enrolment;
    private final ObjectMapper json;

    SupplementCalculation(ClaimReview review, Assessor assessor, Injuries injuries, HeirDivision division, StageTwoCheck check,
            Supplements supplements, Enrolment enrolment, ObjectMapper json) {
        this.review = review;
        this.assessor = assessor;
        this.injuries = injuries;
        this.division = division;
        this.check = check;
        this.supplements = supplements;
        this.enrolment = enrolment;
        this.json = json;
    }

    /** @param whole what the rules give for the event; the difference is divided among those who receive it */
    record Calculated(Assessment whole, Assessment difference, Rupiah paid) {}

    /** @throws Refusal with every fact that cannot be, or that contradicts another */
    Calculated calculate(Claim claim, SupplementFacts found) {
        Facts facts = facts(claim, found);
        Map<String, Rupiah> paid = supplements.paidForEvent(claim.id());
        return new Calculated(assessor.assess(facts), division.divided(claim.id(), assessor.difference(facts, paid)),
                paid.values().stream().reduce(Rupiah.ZERO, Rupiah::plus));
    }

    private Facts facts(Claim claim, SupplementFacts found) {
        Facts known = review.facts(claim);
        if (found.memberSince() != null && found.memberSince().isAfter(claim.eventDate())) {
            throw ClaimForm.refused("memberSince", "MEMBER_AFTER_EVENT", "Tanggal mulai perlindungan tidak boleh setelah tanggal peristiwa, %s."
                    .formatted(DateWords.day(claim.eventDate())));
        }
        List<Membership.Period> cover = found.cover(known.cover(), claim.eventDate());
        if (claim.programme() == Programme.JKM) {
            if (found.correctsInjury()) {
                throw ClaimForm.refused("outcome", "NOT_AN_INJURY", "Klaim %s bukan klaim kecelakaan kerja; hanya masa kepesertaan yang dapat diperbaiki."
                        .formatted(claim.number()));
            }
            return new Facts(known.programme(), known.eventDate(), known.cause(), known.outcome(), known.bornOn(), cover, known.heirs(),
                    known.injury(), known.schooling(), known.handling());
        }
        Injuries.Kept kept = injuries.find(claim.id()).orElseThrow();
        Facts corrected = found.over(kept).facts(claim, kept.accident(), enrolment.worker(claim.workerId()).birthDate().toString(),
                LocalDate.ofInstant(claim.filedAt(), WorkingDays.JAKARTA).toString()).read();
        requirePossible(claim, kept, corrected);
        return new Facts(known.programme(), known.eventDate(), known.cause(), corrected.outcome(), known.bornOn(), cover, known.heirs(),
                corrected.injury(), known.schooling(), known.handling());
    }

    /** A worker who has died since is claimed for by his heirs; whoever died is not alive again. */
    private void requirePossible(Claim claim, Injuries.Kept kept, Facts corrected) {
        if ((corrected.outcome() == Consequence.DEATH) != (kept.consequence() == Consequence.DEATH)) {
            throw ClaimForm.refused("outcome", "OUTCOME_IS_ANOTHER_CLAIM", "Kematian setelah klaim dibayar diajukan sebagai klaim lanjutan "
                    + "oleh ahli waris, dan kematian yang sudah dibayar tidak diubah di sini.");
        }
        Accident accident = new Accident(kept.accident().at(), kept.accident().place(), kept.accident().chronology(), kept.accident().account(),
                corrected.injury().incomeBase());
        List<Finding> faults = check.faults(claim, claim.eventDate(), claim.cause(), new Injuries.Kept(accident, corrected.outcome(), kept.diedOn(),
                corrected.injury()), division.entitled(claim.id()), new ArrayList<>());
        if (!faults.isEmpty()) {
            throw Refusal.invalid("STAGE_TWO_INVALID", "Fakta yang diperbaiki belum benar. Periksa isian yang ditandai.", faults);
        }
    }

    String text(SupplementFacts found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    SupplementFacts read(String text) {
        try {
            return json.readValue(text, SupplementFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
