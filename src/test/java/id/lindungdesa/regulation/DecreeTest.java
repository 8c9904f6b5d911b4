package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.Decree.Hand;
import id.lindungdesa.regulation.DecreeDecision.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecreeTest {

    private static final Hand DRAFTER = hand("perancang");
    private static final Hand REVIEWER = hand("biro-hukum");
    private static final Hand SECRETARY = hand("sekda");
    private static final Hand GOVERNOR = hand("gubernur");
    private static final String NOTE = "Lampiran belum benar";

    @Test
    void fourPeopleBringItIntoForce() {
        Decree decree = drafted().submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(true, SECRETARY, " ")
                .signed(true, GOVERNOR, "Laksanakan").putInForce();

        assertThat(decree.state()).isEqualTo(DecreeState.IN_FORCE);
        assertThat(decree.decisions()).extracting(DecreeDecision::user)
                .containsExactly("perancang", "perancang", "biro-hukum", "sekda", "gubernur");
        assertThat(decree.decisions()).extracting(DecreeDecision::note).containsExactly(null, null, null, null, "Laksanakan");
    }

    static Stream<UnaryOperator<Decree>> secondHands() {
        return Stream.of(
                decree -> decree.submitted(DRAFTER).reviewed(true, DRAFTER, null),
                decree -> decree.submitted(DRAFTER).reviewed(false, DRAFTER, NOTE),
                decree -> decree.submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(true, DRAFTER, null),
                decree -> decree.submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(true, REVIEWER, null),
                decree -> initialled().signed(true, DRAFTER, null),
                decree -> initialled().signed(true, REVIEWER, null),
                decree -> initialled().signed(true, SECRETARY, null),
                decree -> initialled().signed(false, GOVERNOR, NOTE).resubmitted(GOVERNOR, null),
                decree -> decree.submitted(DRAFTER).reviewed(false, REVIEWER, NOTE).corrected("2", REVIEWER));
    }

    @ParameterizedTest
    @MethodSource("secondHands")
    void nobodyTakesTwoSteps(UnaryOperator<Decree> second) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> second.apply(drafted()));

        assertThat(refusal.code()).isEqualTo("SEPARATION_OF_DUTIES");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    static Stream<Decree> returned() {
        return Stream.of(drafted().submitted(DRAFTER).reviewed(false, REVIEWER, NOTE),
                drafted().submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(false, SECRETARY, NOTE),
                initialled().signed(false, GOVERNOR, NOTE));
    }

    @ParameterizedTest
    @MethodSource("returned")
    void whoeverReturnedItTheSamePeopleActAgain(Decree returned) {
        assertThat(returned.state()).isEqualTo(DecreeState.RETURNED);

        Decree again = returned.corrected("2/2022", DRAFTER).resubmitted(DRAFTER, "Sudah diperbaiki")
                .reviewed(true, REVIEWER, null).initialled(true, SECRETARY, null).signed(true, GOVERNOR, null);

        assertThat(again.state()).isEqualTo(DecreeState.SIGNED);
        assertThat(again.number()).isEqualTo("2/2022");
    }

    @ParameterizedTest
    @MethodSource("returned")
    void aReturnedDecreeMayBeWithdrawn(Decree returned) {
        Decree withdrawn = returned.withdrawn(DRAFTER, "Tidak jadi diterbitkan");

        assertThat(withdrawn.state()).isEqualTo(DecreeState.WITHDRAWN);
        assertThat(withdrawn.decisions()).last().extracting(DecreeDecision::outcome).isEqualTo(Outcome.WITHDRAWN);
    }

    static Stream<UnaryOperator<Decree>> silent() {
        return Stream.of(
                decree -> decree.submitted(DRAFTER).reviewed(false, REVIEWER, null),
                decree -> decree.submitted(DRAFTER).reviewed(false, REVIEWER, "  no  "),
                decree -> decree.submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(false, SECRETARY, ""),
                decree -> initialled().signed(false, GOVERNOR, null),
                decree -> initialled().signed(false, GOVERNOR, NOTE).withdrawn(DRAFTER, null));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void returningAndWithdrawingNeedANote(UnaryOperator<Decree> step) {
        assertThat(catchThrowableOfType(Refusal.class, () -> step.apply(drafted())).code()).isEqualTo("NOTE_REQUIRED");
    }

    static Stream<UnaryOperator<Decree>> outOfTurn() {
        return Stream.of(
                decree -> decree.reviewed(true, REVIEWER, null),
                decree -> decree.submitted(DRAFTER).submitted(DRAFTER),
                decree -> decree.submitted(DRAFTER).initialled(true, SECRETARY, null),
                decree -> decree.submitted(DRAFTER).signed(true, GOVERNOR, null),
                decree -> decree.submitted(DRAFTER).resubmitted(DRAFTER, null),
                decree -> decree.withdrawn(DRAFTER, NOTE),
                Decree::putInForce,
                decree -> initialled().putInForce(),
                decree -> initialled().signed(true, GOVERNOR, null).signed(true, GOVERNOR, null),
                decree -> initialled().signed(true, GOVERNOR, null).putInForce().putInForce());
    }

    @ParameterizedTest
    @MethodSource("outOfTurn")
    void stepsComeInTheirOrder(UnaryOperator<Decree> step) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> step.apply(drafted()));

        assertThat(refusal.code()).isEqualTo("DECREE_STATE");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void onlyAnOpenDecreeIsCorrected() {
        assertThat(drafted().corrected("2/2022", DRAFTER).state()).isEqualTo(DecreeState.DRAFT);
        for (Decree gone : List.of(drafted().submitted(DRAFTER), initialled(), initialled().signed(true, GOVERNOR, null))) {
            assertThat(catchThrowableOfType(Refusal.class, () -> gone.corrected("2/2022", DRAFTER)).code())
                    .isEqualTo("DECREE_NOT_OPEN");
        }
    }

    private static Decree drafted() {
        return Decree.drafted(UUID.randomUUID(), "1/2022", DRAFTER);
    }

    private static Decree initialled() {
        return drafted().submitted(DRAFTER).reviewed(true, REVIEWER, null).initialled(true, SECRETARY, null);
    }

    private static Hand hand(String user) {
        return new Hand(user, "Pejabat " + user, Instant.EPOCH);
    }
}
