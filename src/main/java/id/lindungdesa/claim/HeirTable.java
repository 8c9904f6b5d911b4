package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Masked;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.workflow.CaseSheets.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is special about the heirs of a claim, for whoever decides it; nothing where nothing is. */
@Component
class HeirTable {

    private final ClaimFiles files;
    private final Circumstances circumstances;
    private final Disputes disputes;

    HeirTable(ClaimFiles files, Circumstances circumstances, Disputes disputes) {
        this.files = files;
        this.circumstances = circumstances;
        this.disputes = disputes;
    }

    Optional<Table> of(UUID claimId) {
        List<List<Object>> rows = new ArrayList<>();
        List<Heir> heirs = files.heirs(claimId);
        heirs.forEach(heir -> notes(heir, heirs).forEach(note -> rows.add(List.of(heir.place(), heir.name(), note))));
        circumstances.parts(claimId).forEach((place, parts) -> heirs.stream().filter(heir -> heir.place() == place)
                .forEach(heir -> rows.add(List.of(place, heir.name(), "Bagian menurut kesepakatan atau putusan: " + parts))));
        disputes.open(claimId).ifPresent(dispute -> rows.add(List.of("", "Semua", "Ditahan karena sengketa, menunggu "
                + dispute.holder().label() + ": " + dispute.reason())));
        return rows.isEmpty() ? Optional.empty()
                : Optional.of(new Table("Keadaan ahli waris", List.of("No.", "Nama", "Keadaan"), rows, null));
    }

    private static List<String> notes(Heir heir, List<Heir> heirs) {
        Circumstance one = heir.circumstance();
        List<String> notes = new ArrayList<>();
        if (one.birthDate() != null) {
            notes.add("Lahir " + DateWords.day(one.birthDate()));
        }
        if (one.guardian() != null) {
            notes.add("Wali: %s (%s), rekening %s".formatted(one.guardian().name(), one.guardian().relation(),
                    Masked.account(one.guardian().account())));
        }
        if (one.receivedBy() != null) {
            notes.add("Diterima dengan kuasa oleh " + Letters.payeeName(one.receivedBy(), heirs));
        }
        if (one.deedNumber() != null) {
            notes.add("Akta wasiat notaris " + one.deedNumber());
        }
        if (one.diedOn() != null) {
            notes.add("Meninggal " + DateWords.day(one.diedOn()));
        }
        if (one.succeeds() != null) {
            notes.add("Menggantikan " + Letters.payeeName(one.succeeds(), heirs));
        }
        return notes;
    }
}
