package id.lindungdesa.ledger;

import static id.lindungdesa.ledger.Books.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.money.Rupiah;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferTest {

    static final UUID DECREE = UUID.fromString("6f1c1c1e-0000-4000-8000-000000000001");
    static final Account BUDGET = Account.budget("15", DECREE);
    static final Account TREASURY = Account.treasury("15", DECREE);

    @Test
    void itsIdIsItsBusinessCase() {
        assertThat(Transfer.idOf("PAID", DECREE, 1)).isEqualTo(Transfer.idOf("PAID", DECREE, 1))
                .isNotEqualTo(Transfer.idOf("PAID", DECREE, 2))
                .isNotEqualTo(Transfer.idOf("FORWARDED", DECREE, 1));
        assertThat(Transfer.idOf("PAID", "a", "b/c")).isNotEqualTo(Transfer.idOf("PAID", "a/b", "c"));
        assertThat(Transfer.idOf("PAID", "1", "23")).isNotEqualTo(Transfer.idOf("PAID", "12", "3"));
        assertThatThrownBy(() -> Transfer.idOf("PAID")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ids are in the books for ever: a change of their making would post old cases a second time. */
    @Test
    void itsIdNeverChangesItsMaking() {
        assertThat(Transfer.idOf("PAID", DECREE, 1)).hasToString("c4729621-7135-3cbb-81a3-098a2b2bb9ac");
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> move(TREASURY, TREASURY, 1, "X", "r", "l")).hasMessageContaining("itself");
        assertThatThrownBy(() -> move(BUDGET, TREASURY, 0, "X", "r", "l")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> move(BUDGET, TREASURY, 1, "x", "r", "l")).hasMessageContaining("code x");
        assertThatThrownBy(() -> move(BUDGET, TREASURY, 1, "X", " ", "l")).hasMessageContaining("case");
        assertThatThrownBy(() -> move(BUDGET, TREASURY, 1, "X", "r", "")).hasMessageContaining("legal basis");
        assertThatThrownBy(() -> move(BUDGET, TREASURY, 1, "REVERSAL", "r", "l")).hasMessageContaining("reversal");
    }

    @Test
    void accountsAreNamedAlongTheWayOfTheMoney() {
        UUID claim = UUID.fromString("6f1c1c1e-0000-4000-8000-000000000002");

        assertThat(BUDGET).isEqualTo(new Account("province/15/budget/" + DECREE, false));
        assertThat(TREASURY).isEqualTo(new Account("province/15/treasury/" + DECREE, true));
        assertThat(Account.regencyTransit("15.04", DECREE)).isEqualTo(new Account("regency/15.04/transit/" + DECREE, true));
        assertThat(Account.villageGrant("15.04.03.2001", DECREE))
                .isEqualTo(new Account("village/15.04.03.2001/grant/" + DECREE, true));
        assertThat(Account.villagePremium("15.04.03.2001", DECREE))
                .isEqualTo(new Account("village/15.04.03.2001/premium/" + DECREE, true));
        assertThat(Account.insurerIncoming()).isEqualTo(new Account("insurer/incoming", true));
        assertThat(Account.insurerPremium(YearMonth.of(2022, 10))).isEqualTo(new Account("insurer/premium/2022-10", true));
        assertThat(Account.insurerOperating()).isEqualTo(new Account("insurer/operating", false));
        assertThat(Account.insurerBenefit("JKM")).isEqualTo(new Account("insurer/benefit/jkm", false));
        assertThat(Account.payee(claim, 2)).isEqualTo(new Account("claim/" + claim + "/payee/2", true));
    }

    private static Transfer move(Account from, Account to, long rupiah, String code, String reference, String legalBasis) {
        return Transfer.of(code, from, to, Rupiah.of(rupiah), reference, legalBasis, MONDAY, "key");
    }
}
