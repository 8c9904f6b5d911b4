package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Siti Aminah | SITI AMINAH", "Hj. Siti Aminah, S.Pd. | SITI AMINAH", "siti  aminah | Siti Aminah",
        "Drs. H. Abdul Kadir, M.Si | ABDUL KADIR", "Nur'aini | NURAINI", "Abd. Rahman | ABD RAHMAN", "M. Yusuf | M YUSUF",
        "H. M. Yusuf | M YUSUF", "Siti Aminah S.Pd | SITI AMINAH", "Ir. Budi Santoso, S.T., M.T. | BUDI SANTOSO",
        "Alm. Budi | BUDI", "A.Rahman | A RAHMAN",
    })
    void isTheSameHoweverItIsWritten(String one, String other) {
        assertThat(HolderName.same(one, other)).isTrue();
        assertThat(HolderName.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Siti Aminah | SITI AMINAH BINTI UMAR", "Siti Aminah | ST AMINAH", "M. Yusuf | MUHAMMAD YUSUF", "Siti Aminah | SITI",
        "St Aminah | AMINAH", "Aminah Siti | SITI AMINAH", "Hj. | H.", "... | ,", "Budi | BUDY", "SE Budi | BUDI",
        "H Budi | Budi H",
    })
    void anotherNameIsAnother(String one, String other) {
        assertThat(HolderName.same(one, other)).isFalse();
        assertThat(HolderName.same(other, one)).isFalse();
    }
}
