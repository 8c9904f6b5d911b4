package id.lindungdesa.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.complaint.ComplaintTerms.Stage;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of {@code complaint-deadline}, on the first day of the law and the day before it. */
@LindungDesaTest
class ComplaintTermsTest {

    @Autowired ComplaintTerms terms;

    @ParameterizedTest
    @CsvSource({"ANSWER, 2026-03-02, 2026-03-09, Pasal 48", "REPLY, 2026-07-06, 2026-08-18, PP 44/2015 Pasal 58",
        "MEDIATION, 2026-07-06, 2026-08-18, Pasal 49", "COURT, 2026-07-06, 2026-09-30, Pasal 50"})
    void aStageHasItsDaysAndItsArticle(Stage stage, LocalDate from, LocalDate due, String article) {
        assertThat(terms.of(stage, from).dueOn()).isEqualTo(due);
        assertThat(terms.of(stage, from).legalBasis()).contains(article);
        assertThat(terms.of(stage, LocalDate.of(2011, 11, 25)).legalBasis()).contains(article);
        assertThatThrownBy(() -> terms.of(stage, LocalDate.of(2011, 11, 24))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("NO_RULE_FOR_DATE"));
    }
}
