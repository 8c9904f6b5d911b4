package id.lindungdesa.complaint;

import static id.lindungdesa.letter.LetterSample.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.letter.LetterSample;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

/** Every letter about a complaint as the family reads it. */
class ComplaintLetterSamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final String ANSWER = "Iuran terakhir diterima pada 3 April 2026, dan peristiwanya terjadi lebih dari tiga bulan sesudahnya.";

    private final ClaimRegister claims = Mockito.mock(ClaimRegister.class);
    private final Complaints complaints = Mockito.mock(Complaints.class);
    private final ComplaintLetters letters = new ComplaintLetters(complaints, claims, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Complaint complaint = new Complaint(UUID.randomUUID(), "ADU-2026-000012", UUID.randomUUID(), ComplaintSubject.SERVICE,
            "17.01.01.2001", "muara-bungo", ComplaintState.OPEN, NOW, LocalDate.of(2026, 12, 1), "PP 44/2015 Pasal 57 ayat (2)", null, List.of());

    private String written(String name, Runnable write) {
        ClaimBrief claim = Mockito.mock(ClaimBrief.class);
        Mockito.when(claim.number()).thenReturn("JKM-2026-000123");
        Mockito.when(claims.get(ArgumentMatchers.any())).thenReturn(claim);
        Mockito.when(complaints.story(ArgumentMatchers.any())).thenReturn(new Story(NAME, null, null, "x", null));
        Mockito.clearInvocations(claims);
        write.run();
        ArgumentCaptor<String> text = ArgumentCaptor.forClass(String.class);
        Mockito.verify(claims).write(ArgumentMatchers.any(), ArgumentMatchers.any(), text.capture(), ArgumentMatchers.any());
        return LetterSample.checked(name, text.getValue());
    }

    private static Entry entry(ComplaintStep step, ComplaintOutcome outcome, String note) {
        return new Entry(step, outcome, note, "u", "Pejabat", NOW);
    }

    @Test
    void every_letter_of_a_complaint() {
        assertThat(written("complaint-received", () -> letters.received(complaint))).contains(NAME, "1 Desember 2026", "Pelayanan");
        written("complaint-overdue", () -> letters.overdue(complaint));
        assertThat(written("complaint-dismissed", () -> letters.dismissed(complaint, ANSWER))).contains(ANSWER, "mediasi", "1 Desember 2026");
        written("complaint-mediation-overdue", () -> letters.mediationOverdue(complaint));
        assertThat(written("complaint-settled", () -> letters.settled(complaint, entry(ComplaintStep.ANSWER, ComplaintOutcome.UPHELD, ANSWER),
                ComplaintOutcome.RECALCULATED))).contains("selisihnya dibayarkan").doesNotContain("Nomor putusan");
        assertThat(written("complaint-closed", () -> letters.closed(complaint, entry(ComplaintStep.REPLY, ComplaintOutcome.SILENT, null))))
                .contains("tidak ada tanggapan").doesNotContain("Keterangan");
        assertThat(written("complaint-withdrawn", () -> letters.withdrawn(complaint))).contains("berhak mengadu kembali", "22 November 2026");
    }
}
