package id.lindungdesa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DeadlineControllerTest {

    final DeadlineController controller = new DeadlineController(new WorkingDays(WorkingDaysTest.HOLIDAYS, Set.of()));

    @Test
    void answersWithTheDayAndTheReasons() throws Exception {
        var json = new MappingJackson2HttpMessageConverter(new ObjectMapper().registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
        var http = MockMvcBuilders.standaloneSetup(controller).setMessageConverters(json).build();

        http.perform(get("/api/deadlines").queryParam("from", "2026-02-12").queryParam("workingDays", "3")
                .queryParam("calendar", "bpjs")).andExpect(status().isOk()).andExpect(content().json("""
                        {"from": "2026-02-12", "workingDays": 3, "calendar": "bpjs", "due": "2026-02-19",
                         "skipped": [{"date": "2026-02-14", "reason": "Sabtu"}, {"date": "2026-02-15", "reason": "Minggu"},
                                     {"date": "2026-02-16", "reason": "Cuti bersama: Tahun Baru Imlek"},
                                     {"date": "2026-02-17", "reason": "Hari libur nasional: Tahun Baru Imlek"}],
                         "holidaysKnown": true}""", org.springframework.test.json.JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @CsvSource({
            ",3,bpjs,from", "16-03-2026,3,bpjs,from", "2026-02-30,3,bpjs,from", "+12026-02-01,3,bpjs,from",
            "1944-12-31,3,bpjs,from", "3000-01-01,3,bpjs,from",
            "2026-02-12,,bpjs,workingDays", "2026-02-12,0,bpjs,workingDays", "2026-02-12,-1,bpjs,workingDays",
            "2026-02-12,1001,bpjs,workingDays", "2026-02-12,3.5,bpjs,workingDays",
            "2026-02-12,99999999999,bpjs,workingDays",
            "2026-02-12,3,,calendar", "2026-02-12,3,village,calendar", "2026-02-12,3,BPJS,calendar"})
    void namesTheFaultyParameter(String from, String workingDays, String calendar, String faulty) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> controller.deadline(from, workingDays, calendar));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.code()).isEqualTo("PARAMETER_INVALID");
        assertThat(refusal).hasMessageContaining("\"" + faulty + "\"");
        assertThat(refusal.findings()).extracting(Finding::field).containsExactly(faulty);
    }

    @ParameterizedTest
    @CsvSource({"1945-01-01,1", "2999-12-31,1", "2026-02-12,1000"})
    void takesWhatLiesOnTheBorder(String from, String workingDays) {
        assertThat(controller.deadline(from, workingDays, "bpjs").from()).hasToString(from);
    }
}
