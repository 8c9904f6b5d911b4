package id.lindungdesa.scholarship;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterBook;
import id.lindungdesa.letter.LetterOrder;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.letter.Letterhead;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the guardian reads when a child married or works. */
@Component
class ChangeLetters {

    private static final String BEYOND = """
            - Untuk waktu sesudah tanggal itu sudah ada beasiswa yang dibayarkan. Kepala Cabang memeriksa apakah harus \
            dikembalikan. Bila ya, keluarga menerima surat tersendiri; sebelum surat itu datang tidak ada yang perlu dibayar.""";

    private final Changes changes;
    private final PaidBeyond beyond;
    private final ScholarshipRight right;
    private final LetterBook letterBook;
    private final ScholarshipNotice notice;
    private final YearSteps steps;

    ChangeLetters(Changes changes, PaidBeyond beyond, ScholarshipRight right, LetterBook letterBook,
            ScholarshipNotice notice, YearSteps steps) {
        this.changes = changes;
        this.beyond = beyond;
        this.right = right;
        this.letterBook = letterBook;
        this.notice = notice;
        this.steps = steps;
    }

    void goesOn(Scholarship child, ScholarshipChange change) {
        write(child, change, "CHANGE_NOTED", "Beasiswa tetap berlanjut", "scholarship-goes-on", Map.of());
    }

    void ended(Scholarship child, ScholarshipChange change) {
        write(child, change, "END", "Berakhirnya beasiswa", "scholarship-end", Map.of("reason", right.wording(change.end().reason()),
                "endedOn", DateWords.day(change.end().on()), "basis", change.end().legalBasis(),
                "beyond", change.excess().whole().isZero() ? "" : BEYOND));
    }

    void demand(Scholarship child, ScholarshipChange change) {
        StringBuilder rows = new StringBuilder();
        boolean withShare = !change.excess().demanded().equals(change.excess().undue());
        beyond.rows(child, change.end()).stream().filter(row -> row.undue() || withShare).forEach(row -> rows.append(LetterTemplates.row(
                YearLetters.span(row.year()), row.undue() ? "seluruhnya: dibuktikan setelah beasiswa berakhir"
                        : "%d bulan sesudah beasiswa berakhir".formatted(row.months()), row.rupiah())).append("\n"));
        rows.append(LetterTemplates.row("Jumlah", "", change.excess().demanded()));
        write(child, change, "SCHOLARSHIP_DEMAND", "Pengembalian beasiswa", "scholarship-demand", Map.of(
                "endedOn", DateWords.day(change.end().on()), "basis", change.end().legalBasis(), "rows", rows.toString(),
                "sum", change.excess().demanded(), "why", lastNote(change)));
    }

    private static String lastNote(ScholarshipChange change) {
        return change.deeds().stream().filter(deed -> deed.step() == ChangeStep.DECIDE && deed.note() != null).reduce((one, other) -> other)
                .map(ChangeDeed::note).orElse("");
    }

    private void write(Scholarship child, ScholarshipChange change, String kind, String subject, String template, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("number", change.number());
        values.put("day", DateWords.day(steps.instant()));
        values.put("guardian", child.guardian().name());
        values.put("child", child.childName());
        values.put("what", what(change));
        values.put("complaint", YearLetters.COMPLAINT);
        IssuedLetter letter = letterBook.issue(new LetterOrder(change.id(), change.number(), kind, subject, Letterhead.ofBranch(child.branch()),
                "Perihal: %s\n".formatted(subject) + LetterTemplates.fill(template, values)));
        changes.add(change.id(), letter, subject);
        notice.tell(child, letter, subject);
    }

    private static String what(ScholarshipChange change) {
        return switch (change.kind()) {
            case MARRIED -> "telah menikah pada " + DateWords.day(change.happenedOn());
            case WAGE -> "bekerja dan menerima upah sejak " + DateWords.day(change.happenedOn());
            case BPU -> "bekerja sendiri (bukan penerima upah) sejak " + DateWords.day(change.happenedOn());
            case INTERN -> "magang sejak " + DateWords.day(change.happenedOn());
        };
    }
}
