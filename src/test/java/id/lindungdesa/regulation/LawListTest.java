package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The articles behind a legal basis, as models and tables write it. */
class LawListTest {

    private final LawList law = LawList.read();

    private List<String> cited(String basis) {
        return law.citedIn(basis).stream().map(LawList.Law::name).toList();
    }

    @Test
    void findsEveryArticleThatIsNamed() {
        assertThat(cited("PP 44/2015 Pasal 37 dan 40 ayat (4): denda 1% sehari")).containsExactly("PP 44/2015 Pasal 37", "PP 44/2015 Pasal 40");
        assertThat(cited("PP 44/2015 Pasal 40 ayat (3) dan (4): dibayar paling lambat 3 hari kerja")).containsExactly("PP 44/2015 Pasal 40");
        assertThat(cited("PP 44/2015 Pasal 37 ayat (5) dan Pasal 40 ayat (2) huruf b angka 1"))
                .containsExactly("PP 44/2015 Pasal 37", "PP 44/2015 Pasal 40");
        assertThat(cited("UU 24/2011 Pasal 49: mediasi paling lama 30 hari kerja; PP 44/2015 Pasal 58"))
                .containsExactly("UU 24/2011 Pasal 49", "PP 44/2015 Pasal 58");
        assertThat(cited("UU 24/2011 Pasal 48-50; PP 44/2015 Pasal 57-58: pengaduan"))
                .containsExactly("UU 24/2011 Pasal 48", "UU 24/2011 Pasal 49", "UU 24/2011 Pasal 50", "PP 44/2015 Pasal 57", "PP 44/2015 Pasal 58");
        assertThat(cited("PP 44/2015 jo. PP 82/2019 Lampiran III: santunan")).containsExactly("PP 44/2015", "PP 82/2019 Lampiran III");
        assertThat(cited("Peraturan Gubernur Jambi Nomor 16 Tahun 2022, Pasal 9 ayat (1)")).containsExactly("Pergub Jambi 16/2022");
    }

    @Test
    void doesNotTakeADeadlineForAnArticle() {
        assertThat(cited("PP 12/2019 Pasal 67 dan 2 hari kerja")).containsExactly("PP 12/2019 Pasal 67");
        assertThat(cited("Sesuai kebiasaan")).isEmpty();
    }

    @Test
    void knowsWhatTheModelsCite() throws IOException {
        var unknown = new TreeSet<String>();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (Path model : (Iterable<Path>) models.filter(one -> one.toString().endsWith(".bpmn"))::iterator) {
                Pattern.compile("name=\"legalBasis\" value=\"([^\"]*)\"").matcher(Files.readString(model)).results()
                        .map(MatchResult::group).filter(basis -> cited(basis).isEmpty() && !basis.contains("eputusan gubernur"))
                        .forEach(basis -> unknown.add(model.getFileName() + ": " + basis));
            }
        }
        assertThat(unknown).isEmpty();
    }
}
