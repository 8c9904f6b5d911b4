package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Injuries.Kept;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is missing or cannot be in a doctor's word beyond the facts that contradict each other: it must decide a claim. */
@Component
class StageTwoCheck {

    private final Claims claims;
    private final Injuries injuries;
    private final Assessor assessor;
    private final Clock clock;

    StageTwoCheck(Claims claims, Injuries injuries, Assessor assessor, Clock clock) {
        this.claims = claims;
        this.injuries = injuries;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** All that is wrong, added to what was found before. */
    List<Finding> faults(Claim claim, LocalDate event, Cause cause, Kept kept, List<Heir> heirs, List<Finding> faults) {
        Injury injury = kept.injury();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        boolean died = kept.consequence() == Consequence.DEATH;
        require(kept.consequence() != null, faults, "outcome", "OUTCOME_REQUIRED", "Akibat bagi pekerja wajib dipilih.");
        require(injury.recoveredOn() != null, faults, "recoveredOn", "DOCTOR_DATE_REQUIRED", "Tanggal keterangan dokter wajib diisi.");
        require(injury.recoveredOn() == null || !injury.recoveredOn().isAfter(today), faults, "recoveredOn", "IN_FUTURE",
                "Tanggal keterangan dokter tidak boleh setelah hari ini.");
        require(cause == null || cause.isFromWork(), faults, "cause", "CAUSE_NOT_FROM_WORK",
                "Sebab pada program JKK: kecelakaan kerja atau penyakit akibat kerja.");
        require(kept.accident().at() != null || cause != Cause.WORK_ACCIDENT, faults, "accidentAt", "ACCIDENT_TIME_REQUIRED",
                "Tanggal dan jam kecelakaan wajib diisi.");
        require(kept.accident().at() == null || !kept.accident().at().isAfter(clock.instant()), faults, "accidentAt", "EVENT_IN_FUTURE",
                "Waktu kecelakaan tidak boleh setelah sekarang.");
        require(StageTwoForm.isFilled(kept.accident().place()), faults, "place", "PLACE_REQUIRED", "Tempat kejadian wajib diisi.");
        require(StageTwoForm.isFilled(kept.accident().chronology()), faults, "chronology", "CHRONOLOGY_REQUIRED", "Kronologi wajib diisi.");
        require(kept.accident().incomeBase() != null, faults, "incomeBase", "INCOME_BASE_REQUIRED",
                "Penghasilan yang dilaporkan wajib diisi; santunan dihitung darinya.");
        require(kept.consequence() != Consequence.PARTIAL_DISABILITY || !injury.disabilities().isEmpty(), faults, "disabilities",
                "DISABILITY_REQUIRED", "Cacat sebagian memerlukan sedikitnya satu bagian tubuh yang cacat.");
        for (int i = 0; i < injury.disabilities().size(); i++) {
            Injury.Disability lost = injury.disabilities().get(i);
            require(lost.part() != null && lost.loss() != null, faults, "disabilities/" + i + "/part", "DISABILITY_INCOMPLETE",
                    "Bagian tubuh dan jenis kehilangan wajib dipilih.");
        }
        for (int i = 0; i < injury.transport().size(); i++) {
            Injury.Fare fare = injury.transport().get(i);
            require(fare.mode() != null && fare.rupiah() != null, faults, "transport/" + i + "/rupiah", "FARE_INCOMPLETE",
                    "Jenis angkutan dan jumlah kuitansi wajib diisi.");
        }
        if (died) {
            require(kept.diedOn() != null, faults, "diedOn", "DIED_ON_REQUIRED", "Tanggal meninggal wajib diisi.");
            require(kept.diedOn() == null || !kept.diedOn().isBefore(event), faults, "diedOn", "DEATH_BEFORE_ACCIDENT",
                    "Tanggal meninggal lebih awal daripada kecelakaan.");
            require(kept.diedOn() == null || !kept.diedOn().isAfter(today), faults, "diedOn", "IN_FUTURE",
                    "Tanggal meninggal tidak boleh setelah hari ini.");
            require(!heirs.isEmpty(), faults, "heirs", "HEIRS_REQUIRED", "Sedikitnya satu ahli waris harus dicantumkan.");
            require(heirs.isEmpty() || assessor.anyEntitled(event, heirs.stream().map(Heir::relation).toList()), faults, "heirs",
                    "NO_ENTITLED_HEIR", "Tidak ada ahli waris yang berhak. Cantumkan pihak yang menyelenggarakan pemakaman.");
            claims.submittedForDeath(claim.workerId(), claim.id()).ifPresent(number -> {
                throw Refusal.conflict("CLAIM_EXISTS", "Kematian pekerja ini sudah diajukan dengan nomor klaim %s.".formatted(number));
            });
        } else {
            require(kept.diedOn() == null, faults, "diedOn", "DIED_BUT_ALIVE", "Tanggal meninggal diisi, tetapi akibatnya bukan meninggal.");
            require(ClaimForm.isAccount(kept.accident().account()), faults, "workerAccount", "ACCOUNT_SHAPE",
                    "Nomor rekening pekerja wajib diisi (5-60 huruf atau angka); manfaat dibayarkan kepadanya.");
            require(injuries.followedBy(claim.id()).isEmpty(), faults, "outcome", "FOLLOWS_ONLY_FOR_DEATH",
                    "Klaim lanjutan hanya untuk kematian akibat kecelakaan yang sudah dibayar.");
        }
        return faults;
    }

    static void require(boolean holds, List<Finding> faults, String path, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
        }
    }
}
