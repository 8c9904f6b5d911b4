package id.lindungdesa.claim;

import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.enrolment.Enrolment;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The letters that a claim's way itself calls for, whichever step took it there: the receipt, and the decision to pay. */
@Component
class MilestoneLetters {

    private final ClaimFiles files;
    private final ClaimPapers papers;
    private final Benefits benefits;
    private final BenefitRules rules;
    private final Letters letters;
    private final Enrolment enrolment;
    private final ScholarshipRight scholarships;
    private final InjurySheet injurySheet;
    private final ClaimSteps steps;

    MilestoneLetters(ClaimFiles files, ClaimPapers papers, Benefits benefits, BenefitRules rules, Letters letters, Enrolment enrolment,
            ScholarshipRight scholarships, InjurySheet injurySheet, ClaimSteps steps) {
        this.files = files;
        this.papers = papers;
        this.benefits = benefits;
        this.rules = rules;
        this.letters = letters;
        this.enrolment = enrolment;
        this.scholarships = scholarships;
        this.injurySheet = injurySheet;
        this.steps = steps;
    }

    @EventListener
    void on(ClaimMoved moved) {
        Claim claim = moved.after();
        if (moved.before().state() == ClaimState.DRAFT && (claim.state() == ClaimState.SUBMITTED || claim.state() == ClaimState.IN_TREATMENT)) {
            files.write(claim, "RECEIPT", letters.receipt(claim, enrolment.worker(claim.workerId()),
                    rules.deadline(Letters.day(claim.receivedAt()), claim.programme()), papers.of(claim)), steps.instant());
        } else if (moved.before().state() != ClaimState.APPROVED && claim.state() == ClaimState.APPROVED) {
            benefits.verdict(claim.id()).ifPresent(verdict -> files.write(claim, "DECISION", letters.decision(claim,
                    enrolment.worker(claim.workerId()), verdict, files.heirs(claim.id()), benefits.lines(claim.id()),
                    scholarships.terms(claim.id()), injurySheet.reckonedFrom(claim.id())), steps.instant()));
        }
    }
}
