package id.lindungdesa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceWordsTest {

    @Test
    void aBranchIsWrittenAsTheOfficeIsElsewhere() {
        assertThat(TraceWords.branch("muara-bungo")).isEqualTo("Muara Bungo");
        assertThat(TraceWords.branch("jambi")).isEqualTo("Jambi");
    }
}
