package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LindungDesaTest
class DecreeRegisterTest {

    private static final List<String> VILLAGES = List.of("94.01.01.2001", "94.01.01.2002", "94.02.01.1001");

    @Autowired
    ApplicationContext context;

    @Autowired
    DecreeRegister register;

    @Autowired
    Ledger ledger;

    @Test
    void aDecreeInForceGrantsEveryVillageItsAmount() {
        UUID decree = DecreeFixture.in(context).inForce("94", VILLAGES, 100_000_000, 30, 70);

        DecreeTerms terms = register.terms(decree);
        assertThat(terms.tranchePercents()).containsExactly(30, 70);
        assertThat(terms.inForceOn()).isNotNull();
        assertThat(terms.legalBasis()).endsWith("; Pergub 16/2022 Pasal 5");
        assertThat(ledger.balance(Account.treasury("94", decree))).isEqualTo(300_000_000);
        assertThat(ledger.balance(Account.budget("94", decree))).isEqualTo(-300_000_000);
        Allocation kelurahan = register.latestAllocation("94.02.01.1001").orElseThrow();
        assertThat(kelurahan.kelurahan()).isTrue();
        assertThat(ledger.transfersOf(kelurahan.id().toString())).singleElement()
                .satisfies(transfer -> assertThat(transfer.legalBasis()).isEqualTo(terms.legalBasis()));
        assertThat(register.allocation(kelurahan.id())).isEqualTo(kelurahan);
    }

    @Test
    void desaAreOpenedOnceInOrderAndKelurahanWait() {
        UUID decree = DecreeFixture.in(context).inForce("94", VILLAGES, 100_000_000);

        List<Allocation> first = register.unopened(decree, 1);
        assertThat(first).extracting(Allocation::villageCode).containsExactly("94.01.01.2001");
        register.opened(first.stream().map(Allocation::id).toList());
        List<Allocation> rest = register.unopened(decree, 10);

        assertThat(rest).extracting(Allocation::villageCode).containsExactly("94.01.01.2002");
        assertThatThrownBy(() -> register.opened(first.stream().map(Allocation::id).toList()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ALLOCATION_NOT_OPENABLE"));
    }

    @Test
    void theNewestDecreeCounts() {
        DecreeFixture.in(context).inForce("94", VILLAGES, 100_000_000);
        UUID newer = DecreeFixture.in(context).inForce("94", VILLAGES, 50_000_000);

        assertThat(register.latestAllocation("94.01.01.2001").orElseThrow().decreeId()).isEqualTo(newer);
        assertThat(register.latestAllocation("94.09.01.2001")).isEmpty();
    }

    @Test
    void anUnknownDecreeIsSaidToBeUnknown() {
        assertThatThrownBy(() -> register.terms(UUID.randomUUID())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> register.allocation(UUID.randomUUID())).isInstanceOf(Refusal.class);
    }
}
