package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Circumstance.Guardian;
import id.lindungdesa.claim.ClaimForm.HeirForm;
import id.lindungdesa.refusal.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The circumstances of the heirs as somebody sends them, read so that all that is wrong is told at once. */
final class CircumstanceForm {

    private final List<HeirForm> heirs;
    private final List<Finding> faults;

    private CircumstanceForm(List<HeirForm> heirs, List<Finding> faults) {
        this.heirs = heirs;
        this.faults = faults;
    }

    /** By place; heirs of whom nothing is told are left out. */
    static Map<Integer, Circumstance> read(List<HeirForm> heirs, List<Finding> faults) {
        return new CircumstanceForm(heirs == null ? List.of() : heirs, faults).all();
    }

    private Map<Integer, Circumstance> all() {
        Map<Integer, Circumstance> known = new LinkedHashMap<>();
        for (int i = 0; i < heirs.size(); i++) {
            if (heirs.get(i) != null) {
                Circumstance one = one(heirs.get(i), i);
                if (!one.equals(Circumstance.NONE)) {
                    known.put(i + 1, one);
                }
            }
        }
        return known;
    }

    private Circumstance one(HeirForm heir, int i) {
        Guardian guardian = null;
        if (heir.guardian() != null) {
            require(filled(heir.guardian().name()) && filled(heir.guardian().relation()), i, "guardian/name", "GUARDIAN_REQUIRED",
                    "Nama wali dan hubungannya dengan ahli waris wajib diisi.");
            require(ClaimForm.isAccount(heir.guardian().account()), i, "guardian/account", "ACCOUNT_SHAPE",
                    "Nomor rekening wali wajib diisi (5-60 huruf atau angka).");
            guardian = new Guardian(heir.guardian().name(), heir.guardian().relation(), heir.guardian().account());
        }
        LocalDate born = date(heir.birthDate(), i, "birthDate");
        LocalDate died = date(heir.diedOn(), i, "diedOn");
        require(born == null || died == null || !died.isBefore(born), i, "diedOn", "DIED_BEFORE_BIRTH",
                "Ahli waris tidak dapat meninggal sebelum lahir.");
        HeirForm attorney = other(heir.receivedBy(), i, "receivedBy", "Penerima kuasa");
        require(attorney == null || attorney.receivedBy() == null && attorney.diedOn() == null, i, "receivedBy", "ATTORNEY_UNFIT",
                "Penerima kuasa harus hidup dan menerima sendiri bagiannya.");
        HeirForm before = other(heir.succeeds(), i, "succeeds", "Ahli waris yang digantikan");
        require(before == null || before.diedOn() != null, i, "succeeds", "SUCCEEDS_THE_LIVING",
                "Yang digantikan harus ahli waris yang telah meninggal.");
        return new Circumstance(born, guardian, heir.receivedBy(), filled(heir.deedNumber()) ? heir.deedNumber().strip() : null,
                died, heir.succeeds());
    }

    private HeirForm other(Integer place, int i, String field, String who) {
        boolean there = place == null || place >= 1 && place <= heirs.size() && place != i + 1 && Objects.nonNull(heirs.get(place - 1));
        require(there, i, field, "HEIR_UNKNOWN", who + " harus nomor ahli waris lain dalam daftar ini.");
        return place == null || !there ? null : heirs.get(place - 1);
    }

    private LocalDate date(String text, int i, String field) {
        try {
            LocalDate day = filled(text) ? LocalDate.parse(text) : null;
            if (day == null || day.getYear() >= 1900 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        require(false, i, field, "DATE_SHAPE", "Tanggal harus berbentuk TTTT-BB-HH, misalnya 2010-06-01.");
        return null;
    }

    private void require(boolean holds, int i, String field, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/heirs/%d/%s".formatted(i, field), field.substring(field.lastIndexOf('/') + 1), code, message));
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
