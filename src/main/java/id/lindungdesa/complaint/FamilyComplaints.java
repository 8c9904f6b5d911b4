package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.complaint.ComplaintForm.ComplainantForm;
import id.lindungdesa.letter.LetterKey;
import id.lindungdesa.letter.LetterOffer;
import id.lindungdesa.refusal.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A family complains by itself: the code of a letter about its claim is its key. It learns nothing through it but the claim's
 * number, which stands on the letter anyway. Few complaints, one at a time.
 */
@Service
class FamilyComplaints implements LetterOffer {

    static final String PATH = "/adukan";

    private static final Duration WINDOW = Duration.ofDays(30);

    private final LetterKey letters;
    private final ClaimRegister claims;
    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final ComplaintSteps steps;
    private final int most;

    FamilyComplaints(LetterKey letters, ClaimRegister claims, Complaints complaints, ComplaintDesk desk, ComplaintSteps steps,
            @Value("${lindungdesa.complaint.by-letter-in-30-days:3}") int most) {
        this.letters = letters;
        this.claims = claims;
        this.complaints = complaints;
        this.desk = desk;
        this.steps = steps;
        this.most = most;
    }

    /** What the page asks for: the claim's number and what may be complained of. */
    record Asked(UUID letterId, String claimNumber, List<ComplaintSubject> subjects) {}

    /** What the family typed. */
    record Typed(String subject, String text, String name, String phone, String relation, String email) {}

    @Override
    public boolean appliesTo(UUID caseId) {
        return claims.find(caseId).isPresent();
    }

    @Override
    public String label() {
        return "Tidak setuju dengan isi surat ini, atau ada yang terlambat? Keluarga dapat mengadu sendiri, tanpa biaya:";
    }

    @Override
    public String path() {
        return PATH;
    }

    /** @throws Refusal LETTER_UNKNOWN, TOO_MANY_GUESSES, NO_COMPLAINT_HERE where the letter is not about a claim */
    Asked ask(String code) {
        LetterKey.Opened letter = letters.open(code);
        ClaimBrief claim = claim(letter);
        return new Asked(letter.letterId(), claim.number(),
                Arrays.stream(ComplaintSubject.values()).filter(subject -> subject.fits(claim)).toList());
    }

    /** Files it in the family's name; its process begins, the branch has to answer and the village is told. */
    @Transactional
    public Complaint file(String code, Typed typed) {
        LetterKey.Opened letter = letters.open(code);
        ClaimBrief claim = claim(letter);
        ComplaintForm form = new ComplaintForm(claim.number(), typed.subject(), typed.text(),
                new ComplainantForm(typed.name(), typed.phone(), typed.relation(), typed.email()), List.of());
        complaints.lockClaim(claim.id());
        if (complaints.byFamilySince(claim.id(), steps.instant().minus(WINDOW)) >= most) {
            throw Refusal.conflict("COMPLAINTS_USED_UP", "Untuk klaim ini sudah %d kali disampaikan pengaduan dengan cara ini dalam 30 hari. "
                    .formatted(most) + "Datanglah ke kantor desa atau kantor cabang; pengaduan tetap diterima di sana.");
        }
        return desk.fileByFamily(form, letter.letterId());
    }

    private ClaimBrief claim(LetterKey.Opened letter) {
        return claims.find(letter.caseId()).orElseThrow(() -> Refusal.notFound("NO_COMPLAINT_HERE", "Surat ini bukan surat tentang klaim. "
                + "Sampaikan pengaduan melalui kantor desa atau kantor cabang BPJS Ketenagakerjaan."));
    }
}
