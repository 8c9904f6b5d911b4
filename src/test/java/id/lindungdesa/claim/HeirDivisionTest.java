package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.claim.ClaimForm.GuardianForm;
import id.lindungdesa.claim.ClaimForm.HeirForm;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who receives after the law has named the rank: successors of the dead, parts of a court; and who is under age. */
class HeirDivisionTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();
    private static final List<Component> FULL = List.of(component("LUMP_SUM", 20_000_000),
            component("PERIODIC", 12_000_000), component("FUNERAL", 10_000_000));

    @Test
    void whoDiedIsPassedOverUnlessSomebodySucceedsHim() {
        List<Heir> heirs = List.of(heir(1, Relation.CHILD, died()), heir(2, Relation.CHILD, Circumstance.NONE),
                heir(3, Relation.SIBLING, Circumstance.NONE));
        assertThat(HeirDivision.entitled(heirs)).extracting(Heir::place).containsExactly(2, 3);
        assertThat(of(HeirDivision.divided(assessment(1), heirs, Map.of()))).as("the first who counts stands second")
                .isEqualTo(Map.of(2, 42_000_000L));

        List<Heir> succeeded = new ArrayList<>(heirs);
        succeeded.add(heir(4, Relation.GRANDCHILD, succeeds(1)));
        succeeded.add(heir(5, Relation.GRANDCHILD, succeeds(1)));
        assertThat(HeirDivision.entitled(succeeded)).extracting(Heir::place).containsExactly(1, 2, 3);
        assertThat(of(HeirDivision.divided(assessment(1, 2), succeeded, Map.of())))
                .isEqualTo(Map.of(2, 21_000_000L, 4, 10_500_000L, 5, 10_500_000L));
    }

    @Test
    void aCourtsPartsComeBeforeTheLaws() {
        List<Heir> heirs = List.of(heir(1, Relation.SPOUSE, Circumstance.NONE), heir(2, Relation.CHILD, Circumstance.NONE));

        assertThat(of(HeirDivision.divided(assessment(1), heirs, parts(1, 1, 2, 7)))).isEqualTo(Map.of(1, 5_250_000L, 2, 36_750_000L));
        assertThat(of(HeirDivision.divided(assessment(Shares.FUND), heirs, parts(1, 1)))).as("the fund is no heir")
                .isEqualTo(Map.of(Shares.FUND, 42_000_000L));
    }

    @Test
    void partsNeverLoseOrMakeARupiah() {
        Random random = new Random(7);
        for (int turn = 0; turn < 500; turn++) {
            Map<Integer, Integer> parts = new LinkedHashMap<>();
            for (int place = 1; place <= 1 + random.nextInt(9); place++) {
                parts.put(place, 1 + random.nextInt(turn % 2 == 0 ? 24 : 1_000_000));
            }
            List<Component> odd = List.of(component("A", 1 + random.nextInt(42_000_000)), component("B", 7));
            List<Share> shares = Shares.byParts(odd, parts);
            for (Component component : odd) {
                assertThat(shares.stream().filter(share -> share.code().equals(component.code())).map(Share::rupiah)
                        .reduce(Rupiah.ZERO, Rupiah::plus)).isEqualTo(component.rupiah());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2008-03-02, false", "2008-03-03, true", "2026-03-01, true", "1980-01-01, false"})
    void underAgeUntilTheEighteenthBirthday(LocalDate born, boolean underAge) {
        assertThat(ages().isUnderAge(born)).isEqualTo(underAge);
        assertThat(TABLES.rowsNeverHit("heir-majority")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9401010303080001, true", "9401014303080001, true", "9401010203080001, false", "9401010101800001, false",
        "9401010101260001, true", "9401013102800001, false"})
    void theNumberIsASignOfTheAge(String nik, boolean maybe) {
        assertThat(ages().mayBeUnderAge(nik)).isEqualTo(maybe);
    }

    @Test
    void aWillIsANotarialDeedSinceThe24thOfFebruary2025() {
        assertThat(TABLES.ruleBook().decide("will-form", LocalDate.of(2025, 2, 23), Map.of()).one().get("deed")).isEqualTo(false);
        assertThat(TABLES.ruleBook().decide("will-form", LocalDate.of(2025, 2, 24), Map.of()).one().get("deed")).isEqualTo(true);
        assertThat(TABLES.ruleBook().decide("will-form", LocalDate.of(2015, 6, 30), Map.of()).rows()).isEmpty();
        assertThat(TABLES.ruleBook().decide("heir-majority", LocalDate.of(2015, 6, 30), Map.of()).rows()).isEmpty();
        assertThat(TABLES.rowsNeverHit("will-form")).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        List<Finding> faults = new ArrayList<>();
        CircumstanceForm.read(List.of(
                form("2010-13-01", new GuardianForm(" ", "paman", "1"), 1, null, null),
                form(null, null, 3, null, null),
                form("2000-01-01", null, 2, "1999-01-01", 9),
                form(null, null, null, null, 2)), faults);

        assertThat(faults).extracting(Finding::pointer, Finding::code).containsExactlyInAnyOrder(
                fault("/heirs/0/guardian/name", "GUARDIAN_REQUIRED"), fault("/heirs/0/guardian/account", "ACCOUNT_SHAPE"),
                fault("/heirs/0/birthDate", "DATE_SHAPE"), fault("/heirs/0/receivedBy", "HEIR_UNKNOWN"),
                fault("/heirs/1/receivedBy", "ATTORNEY_UNFIT"), fault("/heirs/2/diedOn", "DIED_BEFORE_BIRTH"),
                fault("/heirs/2/receivedBy", "ATTORNEY_UNFIT"), fault("/heirs/2/succeeds", "HEIR_UNKNOWN"),
                fault("/heirs/3/succeeds", "SUCCEEDS_THE_LIVING"));
    }

    private static org.assertj.core.groups.Tuple fault(String pointer, String code) {
        return org.assertj.core.api.Assertions.tuple(pointer, code);
    }

    private static HeirForm form(String born, GuardianForm guardian, Integer receivedBy, String died, Integer succeeds) {
        return new HeirForm("Nama", "9401010101800001", "CHILD", "12345", born, guardian, receivedBy, null, died, succeeds);
    }

    private static HeirAges ages() {
        return new HeirAges(TABLES.ruleBook(), Clock.fixed(Instant.parse("2026-03-02T03:00:00Z"), ZoneOffset.UTC));
    }

    private static Heir heir(int place, Relation relation, Circumstance circumstance) {
        return new Heir(place, "Ahli Waris " + place, "9401010101800001", relation, "12345", circumstance);
    }

    private static Circumstance died() {
        return new Circumstance(null, null, null, null, LocalDate.of(2026, 3, 1), null);
    }

    private static Circumstance succeeds(int place) {
        return new Circumstance(null, null, null, null, null, place);
    }

    private static Map<Integer, Integer> parts(int... placesAndParts) {
        Map<Integer, Integer> parts = new LinkedHashMap<>();
        for (int i = 0; i < placesAndParts.length; i += 2) {
            parts.put(placesAndParts[i], placesAndParts[i + 1]);
        }
        return parts;
    }

    private static Assessment assessment(Integer... payees) {
        return new Assessment(Assessment.Decision.GRANTED, List.of(), List.of(), "Uji", null, FULL,
                Shares.equal(FULL, List.of(payees)), Rupiah.ZERO, List.of(), Map.of());
    }

    private static Map<Integer, Long> of(Assessment assessment) {
        Map<Integer, Long> parts = new LinkedHashMap<>();
        assessment.shares().forEach(share -> parts.merge(share.payee(), share.rupiah().amount(), Long::sum));
        return parts;
    }

    private static Component component(String code, long rupiah) {
        return new Component(code, Rupiah.of(rupiah), "Uji", "uji:1");
    }
}
