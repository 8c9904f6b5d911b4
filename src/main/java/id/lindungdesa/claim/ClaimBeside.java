package id.lindungdesa.claim;

import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Masked;
import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a claim's record tells beside the benefit itself: the injury, the transfers, months, differences and corrections. */
@Component
class ClaimBeside {

    private final Injuries injuries;
    private final Interims interims;
    private final Payouts payouts;
    private final Supplements supplements;
    private final Corrections corrections;

    ClaimBeside(Injuries injuries, Interims interims, Payouts payouts, Supplements supplements, Corrections corrections) {
        this.injuries = injuries;
        this.interims = interims;
        this.payouts = payouts;
        this.supplements = supplements;
        this.corrections = corrections;
    }

    record DisabilityView(String part, String side, String loss, Integer percentLost) {}

    record FareView(String mode, Long rupiah) {}

    /** What the doctor said is null or empty until he has; {@code accidentAt} is null for a disease. */
    record InjuryView(Instant accidentAt, String place, String chronology, Long incomeBase, String workerAccount, String outcome,
                      LocalDate determinedOn, LocalDate diedOn, String dominantHand, List<DisabilityView> disabilities, Integer unableMonths,
                      Integer unableDays, List<FareView> transport, Integer homeCareMonths, Long homeCareRupiah) {}

    record InterimView(UUID id, int throughMonth, String state, long rupiah, String legalBasis, String ruleVersion) {}

    /** One transfer by the bank; {@code supplement} is null for the claim itself. Receiver, account and reference are told to those only who may see the people. */
    record PayoutView(UUID id, int payee, int attempt, String state, long rupiah, UUID supplement, String receiver, String account, String reference) {}

    /** {@code due}, {@code paid} and {@code difference} are null until the officer has calculated. */
    record SupplementView(UUID id, String number, String state, Long due, Long paid, Long difference, LocalDate payBy, String legalBasis, String reason) {}

    record CorrectionView(UUID id, String number, int payee, String kind, String state, long rupiah) {}

    /** Null for a claim that is about no injury. */
    InjuryView injury(UUID claimId) {
        return injuries.find(claimId).map(kept -> {
            Injury injury = kept.injury();
            return new InjuryView(kept.accident().at(), kept.accident().place(), kept.accident().chronology(), amount(kept.accident().incomeBase()),
                    kept.accident().account() == null ? null : Masked.account(kept.accident().account()), name(kept.consequence()), injury.recoveredOn(),
                    kept.diedOn(), name(injury.dominantHand()), injury.disabilities().stream().map(one -> new DisabilityView(one.part().name(),
                            name(one.side()), one.loss().name(), one.percentLost())).toList(),
                    injury.unableToWork() == null ? null : injury.unableToWork().months(), injury.unableToWork() == null ? null : injury.unableToWork().days(),
                    injury.transport().stream().map(fare -> new FareView(fare.mode().name(), amount(fare.rupiah()))).toList(),
                    injury.homeCare() == null ? null : injury.homeCare().months(), injury.homeCare() == null ? null : amount(injury.homeCare().rupiah()));
        }).orElse(null);
    }

    List<InterimView> interims(UUID claimId) {
        return interims.of(claimId).stream().map(one -> new InterimView(one.id(), one.throughMonth(), one.state().name(), one.rupiah().amount(),
                one.legalBasis(), one.ruleVersion())).toList();
    }

    List<PayoutView> payouts(UUID claimId, boolean people) {
        return payouts.of(claimId).stream().map(one -> new PayoutView(one.id(), one.payee(), one.attempt(), one.state().name(), one.rupiah().amount(),
                one.supplement(), people ? one.receiver() : null, people && one.account() != null ? Masked.account(one.account()) : null,
                people ? one.reference() : null)).toList();
    }

    List<SupplementView> supplements(UUID claimId, boolean people) {
        return supplements.of(claimId).stream().map(one -> new SupplementView(one.id(), one.number(), one.state().name(), amount(one.due()),
                amount(one.paid()), one.facts() == null ? null : supplements.difference(one.id()).amount(), one.payBy(), one.legalBasis(),
                people ? one.reason() : null)).toList();
    }

    List<CorrectionView> corrections(UUID claimId) {
        return corrections.of(claimId).stream().map(one -> new CorrectionView(one.id(), one.number(), one.payee(), one.kind().name(),
                one.state().name(), one.rupiah().amount())).toList();
    }

    private static Long amount(Rupiah rupiah) {
        return rupiah == null ? null : rupiah.amount();
    }

    private static String name(Enum<?> one) {
        return one == null ? null : one.name();
    }
}
