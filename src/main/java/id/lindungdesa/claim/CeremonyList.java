package id.lindungdesa.claim;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.letter.Letterhead;
import id.lindungdesa.letter.ListPrint;
import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who is handed what on a day and at a place, as it lies on the table for signing. */
record CeremonyList(String branch, LocalDate day, String place, List<Line> lines) {

    private static final String SIGNATURE = "~";

    /**
     * What one payee has of one claim.
     *
     * @param payee his name and what he was to the worker, and who receives for him
     * @param account of the transfer that reached him, masked
     * @param basis the articles of his components
     */
    record Line(String claim, String village, String worker, String payee, String account, Rupiah rupiah, String basis) {}

    byte[] pdf(Instant at) {
        return ListPrint.print(Letterhead.ofBranch(branch), "Daftar penyerahan manfaat", LetterTemplates.fill("ceremony", Map.of(
                "day", DateWords.weekday(day), "place", place, "claims", lines.stream().map(Line::claim).distinct().count(), "table", table())),
                "Daftar penyerahan manfaat, %s, %s. Dicetak %s.".formatted(DateWords.weekday(day), place, DateWords.day(at)), at);
    }

    private String table() {
        StringBuilder rows = new StringBuilder(LetterTemplates.row("No.", "Nomor klaim", "Desa", "Pekerja", "Penerima (hubungan)",
                "Rekening", "Jumlah", "Dasar hukum", "Tanda tangan"));
        int number = 0;
        for (Line line : lines) {
            rows.append('\n').append(LetterTemplates.row(++number, line.claim(), line.village(), line.worker(), line.payee(),
                    line.account(), line.rupiah(), line.basis(), SIGNATURE));
        }
        return rows.append('\n').append(LetterTemplates.row("Jumlah", "", "", "", "", "",
                lines.stream().map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus), "", "")).toString();
    }
}
