package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Map<String, Object> ROW = Map.of("months", 3L, "legalBasis", "Permenaker 1/2025");

    @Test
    void theOnlyAnswerIsRead() {
        Ruling ruling = new Ruling("waiting-period", "waiting-period:1", DAY, List.of(ROW));

        assertThat(ruling.amount("months")).isEqualTo(3);
        assertThat(ruling.text("legalBasis")).isEqualTo("Permenaker 1/2025");
    }

    @Test
    void aTableThatDoesNotSayIsNamedWithItsDay() {
        Ruling ruling = new Ruling("waiting-period", "waiting-period:1", DAY, List.of(ROW));

        assertThatThrownBy(() -> ruling.amount("years")).hasMessage("waiting-period says no years for 2026-01-01");
        assertThatThrownBy(() -> ruling.text("months")).hasMessage("waiting-period says no months for 2026-01-01");
    }

    @Test
    void noAnswerAndTwoAnswersAreNoRule() {
        assertThatThrownBy(() -> new Ruling("waiting-period", "waiting-period:1", DAY, List.of()).one())
                .hasMessage("waiting-period has 0 answers for 2026-01-01, not one");
        assertThatThrownBy(() -> new Ruling("waiting-period", "waiting-period:1", DAY, List.of(ROW, ROW)).one())
                .hasMessage("waiting-period has 2 answers for 2026-01-01, not one");
    }
}
