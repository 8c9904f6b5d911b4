package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimFixture.MONDAY;
import static id.lindungdesa.claim.ClaimFixture.aDraft;
import static id.lindungdesa.claim.ClaimFixture.aProposed;
import static id.lindungdesa.claim.ClaimFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.claim.Claim.Proposal;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 5);

    @Test
    void goesFromADraftToAPaidClaim() {
        Claim paid = aProposed(Proposal.GRANT).endorsed().approved().paymentOrdered("BNI-1").paid();

        assertThat(paid.state()).isEqualTo(ClaimState.PAID);
        assertThat(paid.bankReference()).isEqualTo("BNI-1");
        assertThat(paid.payBy()).isEqualTo(DUE);
    }

    @Test
    void theClockRunsFromTheDayTheLastPaperCameIn() {
        Instant statement = Instant.parse("2026-03-09T02:00:00Z");

        Claim complete = aDraft().submitted(MONDAY).foundIncomplete().supplied(statement).foundComplete(DUE);

        assertThat(complete.completeAt()).isEqualTo(statement);
        assertThat(aDraft().submitted(MONDAY).payBy()).isNull();
    }

    @Test
    void aReturnedClaimIsProposedAnew() {
        Claim returned = aProposed(Proposal.GRANT).endorsed().returned();

        assertThat(returned.state()).isEqualTo(ClaimState.ASSESSED);
        assertThat(returned.proposal()).isNull();
        assertThat(returned.payBy()).as("a return does not stop the clock").isEqualTo(DUE);
        assertThat(returned.proposed(Proposal.REJECTION).rejected().state()).isEqualTo(ClaimState.REJECTED);
    }

    @Test
    void takesNoStepOutOfTurn() {
        List<UnaryOperator<Claim>> wrong = List.of(Claim::assessed, Claim::endorsed, Claim::approved, Claim::rejected,
                Claim::returned, Claim::paid, Claim::foundIncomplete, claim -> claim.foundComplete(DUE),
                claim -> claim.supplied(MONDAY), claim -> claim.proposed(Proposal.GRANT), claim -> claim.paymentOrdered("X-1"));

        assertThat(wrong).allSatisfy(step -> assertThatThrownBy(() -> step.apply(aDraft()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CLAIM_STATE")));
        assertThatThrownBy(() -> aProposed(Proposal.GRANT).submitted(MONDAY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> aProposed(Proposal.GRANT).approved()).as("only the head of service came before")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> aProposed(Proposal.GRANT).endorsed().approved().paid()).as("payment before its order")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyPlaysTwoPartsWhateverHisOfficesAreByNow() {
        Claim claim = with(aDraft(), Step.FILE, "operator", Step.CHECK, "ver", Step.PROPOSE, "ver", Step.APPROVE, "kabid");

        assertThat(claim.otherDutyOf("ver", Step.PROPOSE)).as("intake and calculation may be one officer").isEmpty();
        assertThat(claim.otherDutyOf("ver", Step.APPROVE)).contains(Duty.INTAKE);
        assertThat(claim.otherDutyOf("ver", Step.ORDER_PAYMENT)).contains(Duty.INTAKE);
        assertThat(claim.otherDutyOf("kabid", Step.APPROVE)).as("again after a return").isEmpty();
        assertThat(claim.otherDutyOf("kabid", Step.APPROVE_ABOVE_LIMIT)).contains(Duty.APPROVAL);
        assertThat(claim.otherDutyOf("kabid", Step.CHECK)).contains(Duty.APPROVAL);
        assertThat(claim.otherDutyOf("operator", Step.APPROVE)).contains(Duty.INTAKE);
        assertThat(claim.otherDutyOf("kacab", Step.APPROVE_ABOVE_LIMIT)).isEmpty();
    }
}
