package id.lindungdesa.benefit;

import static id.lindungdesa.benefit.AskedRules.aDeath;
import static id.lindungdesa.benefit.AskedRules.anAccident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lindungdesa.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that cannot all be true are refused by field, all at once; what can just be true is not. */
class ContradictionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'birthDate': '2025-06-02' | /eventDate EVENT_BEFORE_BIRTH | 'birthDate': '2025-06-01'",
        "'filedOn': '2025-05-31' | /eventDate EVENT_AFTER_FILING | 'filedOn': '2025-06-01'",
        "'filedOn': '2025-06-03', 'completeOn': '2025-06-02' | /completeOn COMPLETE_BEFORE_FILING | 'filedOn': '2025-06-03', 'completeOn': '2025-06-03'",
        "'completeOn': '2025-05-31' | /completeOn COMPLETE_BEFORE_FILING | 'completeOn': '2025-06-01'",
        "'completeOn': '2025-06-03', 'paidOn': '2025-06-02' | /paidOn PAID_BEFORE_COMPLETE | 'completeOn': '2025-06-03', 'paidOn': '2025-06-03'",
        "'scholarshipClaimedOn': '2025-05-31' | /scholarshipClaimedOn SCHOLARSHIP_BEFORE_EVENT | 'scholarshipClaimedOn': '2025-06-01'",
        "'accidentAt': '2025-06-02T00:00:00+07:00' | /accidentAt ACCIDENT_AFTER_EVENT | 'accidentAt': '2025-06-01T23:59:59+07:00'",
        "'recoveredOn': '2025-05-31' | /recoveredOn RECOVERED_BEFORE_ACCIDENT | 'recoveredOn': '2025-06-01'",
        "'cover': [{'from': '2025-01-02', 'through': '2025-01-01'}] | /cover/0/through COVER_ENDS_BEFORE_IT_BEGINS | 'cover': [{'from': '2025-01-02', 'through': '2025-01-02'}]",
        "'cover': [{'through': '2025-01-01'}] | /cover/0/from REQUIRED | 'cover': []",
        "'disabilities': [{'part': 'EYE', 'side': 'LEFT'}] | /outcome RECOVERED_WITH_DISABILITY | 'outcome': 'TOTAL_PERMANENT_DISABILITY', 'disabilities': [{'part': 'EYE', 'side': 'LEFT'}]",
        "'birthDate': '1990-01-01', 'children': [{'birthDate': '1990-01-01'}] | /children/0/birthDate CHILD_OLDER_THAN_PARENT | 'birthDate': '1990-01-01', 'children': [{'birthDate': '1990-01-02'}]",
        "'outcome': 'DEATH', 'children': [{'birthDate': '2026-03-29'}] | /children/0/birthDate CHILD_BORN_AFTER_DEATH | 'outcome': 'DEATH', 'children': [{'birthDate': '2026-03-28'}]",
        "'outcome': 'DEATH', 'recoveredOn': '2025-12-01', 'children': [{'birthDate': '2026-09-28'}] | /children/0/birthDate CHILD_BORN_AFTER_DEATH | 'outcome': 'DEATH', 'recoveredOn': '2025-12-01', 'children': [{'birthDate': '2026-09-27'}]",
        "'recoveredOn': '2025-07-28', 'unableToWork': {'months': 2, 'days': 3} | /unableToWork/months INABILITY_TOO_LONG | 'recoveredOn': '2025-07-28', 'unableToWork': {'months': 2, 'days': 2}",
        "'accidentAt': '2025-04-02T08:00:00+07:00', 'recoveredOn': '2025-06-01', 'unableToWork': {'days': 62} | /unableToWork/months INABILITY_TOO_LONG | 'accidentAt': '2025-04-02T08:00:00+07:00', 'recoveredOn': '2025-06-01', 'unableToWork': {'days': 61}",
        "'scholarshipClaimedOn': '2025-07-01', 'children': [{'birthDate': '2025-07-02'}] | /children/0/birthDate CHILD_NOT_BORN | 'scholarshipClaimedOn': '2025-07-01', 'children': [{'birthDate': '2025-07-01'}]",
        "'children': [{'level': 'SMP', 'grade': 4}] | /children/0/grade GRADE_NOT_OF_LEVEL | 'children': [{'level': 'SMP', 'grade': 7}]",
        "'children': [{'name': 'A', 'birthDate': '2015-01-01'}, {'name': 'A', 'birthDate': '2015-01-01'}] | /children/1 CHILD_TWICE | 'children': [{'name': 'A', 'birthDate': '2015-01-01'}, {'name': 'B', 'birthDate': '2015-01-01'}]",
        "'scholarshipClaimedOn': '2025-07-01', 'schoolYear': 2027 | /schoolYear SCHOOL_YEAR_IN_FUTURE | 'scholarshipClaimedOn': '2025-07-01', 'schoolYear': 2026",
    })
    void whatCannotBeTrueIsRefusedAndWhatJustCanIsNot(String wrong, String told, String right) {
        assertThat(faultsOf(anAccident(wrong))).containsExactly(told);
        assertThat(faultsOf(anAccident(right))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'part': 'THUMB', 'side': 'LEFT'}, {'part': 'THUMB', 'side': 'LEFT'} | /disabilities/1/part PART_TOO_OFTEN",
        "{'part': 'EYE'}, {'part': 'EYE'}, {'part': 'EYE'} | /disabilities/2/part PART_TOO_OFTEN",
        "{'part': 'HEARING_BOTH'}, {'part': 'HEARING_BOTH'} | /disabilities/1/part PART_TOO_OFTEN",
        "{'part': 'ARM_FROM_SHOULDER', 'side': 'LEFT', 'loss': 'ANATOMICAL'}, {'part': 'THUMB', 'side': 'LEFT'} | /disabilities/1/part PART_WITHIN_PART",
        "{'part': 'HEARING_ONE', 'side': 'LEFT'}, {'part': 'HEARING_BOTH', 'loss': 'ANATOMICAL'} | /disabilities/0/part PART_WITHIN_PART",
    })
    void nobodyLosesWhatHeDoesNotHave(String disabilities, String told) {
        assertThat(faultsOf(disabled(disabilities))).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'part': 'THUMB', 'side': 'LEFT'}, {'part': 'THUMB', 'side': 'RIGHT'}",
        "{'part': 'EYE'}, {'part': 'EYE'}",
        "{'part': 'OTHER_FINGER', 'side': 'LEFT'}, {'part': 'OTHER_FINGER', 'side': 'LEFT'}, {'part': 'OTHER_FINGER', 'side': 'LEFT'}",
        "{'part': 'ARM_FROM_SHOULDER', 'side': 'LEFT', 'loss': 'ANATOMICAL'}, {'part': 'THUMB', 'side': 'RIGHT'}",
        "{'part': 'ARM_FROM_SHOULDER', 'side': 'LEFT', 'loss': 'FUNCTIONAL'}, {'part': 'THUMB', 'side': 'LEFT', 'loss': 'ANATOMICAL'}",
    })
    void whatABodyHasCanBeLost(String disabilities) {
        assertThat(faultsOf(disabled(disabilities))).isEmpty();
    }

    @Test
    void percentagesAmountsAndWordsAreRead() {
        assertThat(faultsOf(disabled("{'part': 'EYE', 'loss': 'ANATOMICAL', 'percentLost': 130}"))).containsExactly("/disabilities/0/percentLost OUT_OF_RANGE");
        assertThat(faultsOf(disabled("{'part': 'EYE', 'percentLost': 101}, {'part': 'EYE', 'percentLost': -1}"))).hasSize(2);
        assertThat(faultsOf(disabled("{'part': 'EYE', 'percentLost': 100}"))).isEmpty();
        assertThat(faultsOf(disabled("{'part': 'NOSE'}"))).containsExactly("/disabilities/0/part UNKNOWN_VALUE");
        assertThat(faultsOf(anAccident("'eventDate': '2025-02-30'"))).containsExactly("/eventDate DATE_SHAPE");
        assertThat(faultsOf(anAccident("'accidentAt': '2025-06-01T10:00:00'"))).containsExactly("/accidentAt TIME_SHAPE");
        assertThat(faultsOf(anAccident("'incomeBase': 0"))).containsExactly("/incomeBase OUT_OF_RANGE");
        assertThat(faultsOf(anAccident("'transport': [{'mode': 'LAND', 'rupiah': -1}]"))).containsExactly("/transport/0/rupiah OUT_OF_RANGE");
        assertThat(faultsOf(anAccident("'heirs': [null]"))).contains("/heirs/0 REQUIRED");
    }

    @Test
    void everythingIsToldAtOnceInItsFieldAndInIndonesian() {
        String body = aDeath("'outcome': 'RECOVERED', 'filedOn': '2024-02-09', 'cause': 'AGE', 'birthDate': '2024-02-11', 'paidOn': 'kemarin'");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> AskedRules.facts(body));

        assertThat(refusal.code()).isEqualTo("ASSESSMENT_INVALID");
        assertThat(refusal.findings()).extracting(one -> one.pointer() + " " + one.code()).containsExactlyInAnyOrder("/cause UNKNOWN_VALUE",
                "/paidOn DATE_SHAPE", "/eventDate EVENT_BEFORE_BIRTH", "/eventDate EVENT_AFTER_FILING", "/outcome OUTCOME_NOT_OF_PROGRAMME");
        assertThat(refusal.findings()).allMatch(one -> one.message().endsWith(".") || one.message().contains("Pilihan yang ada"));
    }

    private static String disabled(String disabilities) {
        return anAccident("'outcome': 'PARTIAL_DISABILITY', 'disabilities': [%s]".formatted(disabilities));
    }

    private static List<String> faultsOf(String json) {
        try {
            AskedRules.facts(json);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.findings().stream().map(one -> one.pointer() + " " + one.code()).toList();
        }
    }
}
