package id.lindungdesa.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BillingCodeTest {

    @Test
    void codesAreWellFormedAndDiffer() {
        var codes = IntStream.range(0, 1000).mapToObj(i -> BillingCode.fresh().digits()).collect(Collectors.toSet());

        assertThat(codes).hasSize(1000).allMatch(BillingCode::isWellFormed).allMatch(code -> code.matches("[1-9]\\d{14}"));
    }

    @Test
    void oneWrongDigitIsSeen() {
        String code = BillingCode.fresh().digits();
        for (int i = 0; i < code.length(); i++) {
            char wrong = (char) ('0' + (code.charAt(i) - '0' + 1) % 10);

            assertThat(BillingCode.isWellFormed(code.substring(0, i) + wrong + code.substring(i + 1))).isFalse();
        }
        assertThat(BillingCode.isWellFormed(null)).isFalse();
        assertThat(BillingCode.isWellFormed("12345")).isFalse();
    }
}
