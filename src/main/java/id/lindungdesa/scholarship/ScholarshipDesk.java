package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.Source;
import id.lindungdesa.claim.ScholarshipRight.Terms;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.ScholarshipForm.Child;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where children come in: registering those of a paid claim, and the case of their first school year with them. */
@Service
class ScholarshipDesk {

    private final Scholarships children;
    private final YearOpening opening;
    private final YearFiles files;
    private final YearSteps steps;
    private final ScholarshipRight right;
    private final SchoolCalendar calendar;
    private final Documents documents;
    private final CurrentUser currentUser;

    ScholarshipDesk(Scholarships children, YearOpening opening, YearFiles files, YearSteps steps, ScholarshipRight right,
            SchoolCalendar calendar, Documents documents, CurrentUser currentUser) {
        this.children = children;
        this.opening = opening;
        this.files = files;
        this.steps = steps;
        this.right = right;
        this.calendar = calendar;
        this.documents = documents;
        this.currentUser = currentUser;
    }

    /** A child taken in, with its first school year. */
    record Accepted(int child, Scholarship scholarship, SchoolYear year) {}

    /** A child turned away, by its place in the list, and why. */
    record Refused(int child, String code, String message) {}

    record Registered(List<Accepted> accepted, List<Refused> refused) {}

    /**
     * Registers children for a paid claim and opens the first school year of each. Those whom the family named come first;
     * beyond the law's number a child is turned away with the reason.
     *
     * @throws Refusal CLAIM_UNKNOWN, CLAIM_NOT_PAID, SCHOLARSHIP_NEEDS_36_MONTHS, NOT_YOUR_OFFICE for another area, or why no
     *     child of the list was taken
     */
    @Transactional
    public Registered register(ScholarshipForm form) {
        Registered registered = registered(form, null);
        registered.accepted().forEach(one -> opening.start(one.year()));
        return registered;
    }

    /** Opens a school year: of a registered child, or of one that is registered now; a draft waits for its process. */
    @Transactional
    public SchoolYear open(YearForm form, boolean draft) {
        SchoolYear year = form.isOfNewChild() ? registered(form.registration(), form.schoolYear()).accepted().get(0).year() : ofRegistered(form);
        if (draft) {
            return year;
        }
        opening.start(year);
        return opening.get(year.id());
    }

    private SchoolYear ofRegistered(YearForm form) {
        Official official = requireFiler();
        Source claim = claim(official, form.claimNumber());
        Scholarship child = children.of(claim.claimId()).stream().filter(one -> String.valueOf(one.place()).equals(form.child()))
                .findFirst().orElseThrow(() -> ScholarshipForm.refused("child", "CHILD_UNKNOWN",
                        "Klaim ini tidak mempunyai anak terdaftar dengan nomor itu."));
        return opening.draft(child, form.schoolYear(), official.user());
    }

    /** @param wanted the first school year; null for the present one */
    private Registered registered(ScholarshipForm form, Integer wanted) {
        Official official = requireFiler();
        LocalDate today = steps.today();
        ScholarshipForm.Read read = form.read(today);
        Source claim = claim(official, read.claimNumber());
        Terms terms = terms(claim);
        documents.requireForAttaching(read.documents());
        children.lockChildrenOf(claim.claimId());
        List<Accepted> accepted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        read.children().stream().sorted(Comparator.comparing(child -> !Boolean.TRUE.equals(child.nominated()))).forEach(child ->
                why(child, claim, terms).ifPresentOrElse(refused::add, () -> accepted.add(added(child, read, wanted, claim, terms, official))));
        if (accepted.isEmpty()) {
            throw Refusal.invalid(refused.get(0).code(), refused.get(0).message(), refused.stream().map(one ->
                    Finding.at("/children/" + one.child(), "children", one.code(), one.message())).toList());
        }
        return new Registered(accepted, refused);
    }

    private Official requireFiler() {
        Official official = currentUser.get();
        if (!ScholarshipAccess.files(official)) {
            throw ScholarshipAccess.notYours();
        }
        return official;
    }

    private Source claim(Official official, String number) {
        Source claim = right.find(number == null ? "" : number.strip()).orElseThrow(() ->
                ScholarshipForm.refused("claimNumber", "CLAIM_UNKNOWN", "Klaim dengan nomor ini tidak ditemukan."));
        if (!ScholarshipAccess.mayFile(official, claim.villageCode(), claim.branch())) {
            throw ScholarshipAccess.notYours();
        }
        if (!claim.paid()) {
            throw ScholarshipForm.refused("claimNumber", "CLAIM_NOT_PAID",
                    "Klaim ini belum dibayar. Beasiswa dapat diajukan setelah manfaat klaim dibayarkan.");
        }
        return claim;
    }

    private Terms terms(Source claim) {
        Terms terms = right.terms(claim.claimId());
        if (!terms.granted()) {
            String code = terms.reasons().isEmpty() ? "SCHOLARSHIP_NOT_OPEN" : terms.reasons().get(0);
            String why = terms.reasons().isEmpty() ? "peristiwa ini tidak membuka hak beasiswa" : right.wording(code);
            throw ScholarshipForm.refused("claimNumber", code, "Klaim ini tidak membuka beasiswa: %s (%s).".formatted(why, terms.legalBasis()));
        }
        return terms;
    }

    private Optional<Refused> why(Child child, Source claim, Terms terms) {
        if (Boolean.FALSE.equals(child.nominated())) {
            return refused(child, "SCHOLARSHIP_NOT_NOMINATED", "Keluarga tidak menunjuk anak ini sebagai penerima beasiswa.");
        }
        if (!child.birthDate().isAfter(claim.workerBornOn())) {
            return refused(child, "CHILD_OLDER_THAN_PARENT", "Tanggal lahir anak tidak setelah tanggal lahir pekerja. Periksa kembali.");
        }
        var existing = children.numberOf(child.nik());
        if (existing.isPresent()) {
            return refused(child, "SCHOLARSHIP_CHILD_EXISTS", "Anak ini sudah terdaftar dengan nomor beasiswa %s.".formatted(existing.get()));
        }
        var end = right.endByAge(claim.claimId(), child.birthDate(), steps.today());
        if (end.isPresent()) {
            return refused(child, end.get().reason(), "%s (%s).".formatted(right.wording(end.get().reason()), end.get().legalBasis()));
        }
        return children.placesTaken(claim.claimId()) < terms.children() ? Optional.empty()
                : refused(child, "SCHOLARSHIP_MAX_TWO_CHILDREN", "Beasiswa diberikan kepada paling banyak %d anak; keduanya sudah terdaftar (%s)."
                        .formatted(terms.children(), terms.legalBasis()));
    }

    private static Optional<Refused> refused(Child child, String code, String message) {
        return Optional.of(new Refused(child.index(), code, message));
    }

    private Accepted added(Child child, ScholarshipForm.Read read, Integer wanted, Source claim, Terms terms, Official official) {
        int place = children.of(claim.claimId()).size() + 1;
        int first = calendar.firstYear(child.birthDate(), terms.schoolAge(), terms.firstMonth(), steps.today());
        boolean waits = first > SchoolCalendar.yearOf(steps.today(), terms.firstMonth());
        Scholarship added = new Scholarship(UUID.randomUUID(), "%s/B%d".formatted(claim.number(), place), claim.claimId(), place,
                claim.programme(), claim.villageCode(), claim.branch(), child.name().strip(), child.nik(), child.birthDate(),
                read.guardian(), waits ? ScholarshipState.WAITING : ScholarshipState.ACTIVE, null, official.user(), steps.instant());
        children.add(added);
        SchoolYear year = opening.draft(added, waits || wanted == null ? (Integer) first : wanted, official.user());
        files.attach(year.id(), read.documents(), official.user(), steps.instant());
        return new Accepted(child.index(), added, year);
    }
}
