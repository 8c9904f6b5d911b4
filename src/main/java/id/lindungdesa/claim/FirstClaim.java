package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether a claim may be made at all: for something that has happened, that could be insured, that belongs to the
 * programme, and that nobody has claimed before.
 */
@Component
class FirstClaim {

    /** Excludes no claim, where the one that is asked about does not exist yet. */
    private static final UUID NONE = new UUID(0, 0);

    private final Claims claims;
    private final Injuries injuries;
    private final Assessor assessor;

    FirstClaim(Claims claims, Injuries injuries, Assessor assessor) {
        this.claims = claims;
        this.injuries = injuries;
        this.assessor = assessor;
    }

    void requirePossible(ClaimForm.Read read, Worker worker, Instant now) {
        boolean injury = read.programme() == Programme.JKK;
        if (read.eventDate().isAfter(LocalDate.ofInstant(now, WorkingDays.JAKARTA))
                || injury && read.accident().at() != null && read.accident().at().isAfter(now)) {
            throw ClaimForm.refused("eventDate", "EVENT_IN_FUTURE", injury ? "Waktu kecelakaan atau diagnosis tidak boleh setelah sekarang."
                    : "Tanggal kematian tidak boleh setelah hari ini.");
        }
        if (worker.registeredAt() != null
                && read.eventDate().isBefore(LocalDate.ofInstant(worker.registeredAt(), WorkingDays.JAKARTA))) {
            throw ClaimForm.refused("eventDate", "REGISTERED_AFTER_EVENT", injury
                    ? "Pekerja ini baru didaftarkan setelah tanggal peristiwa tersebut; peristiwa itu tidak dilindungi."
                    : "Pekerja ini baru didaftarkan setelah tanggal kematian tersebut; kematian itu tidak dilindungi.");
        }
        if (!injury && read.cause().isFromWork()) {
            throw ClaimForm.refused("cause", "CAUSE_BELONGS_TO_JKK", "Kematian karena kecelakaan kerja atau penyakit akibat "
                    + "kerja dijamin program JKK dengan manfaat lebih besar. Pilih program JKK.");
        }
        if (!(injury && read.heirs().isEmpty())
                && !assessor.anyEntitled(read.eventDate(), read.heirs().stream().map(Heir::relation).toList())) {
            throw ClaimForm.refused("heirs", "NO_ENTITLED_HEIR",
                    "Tidak ada ahli waris yang berhak. Cantumkan pihak yang menyelenggarakan pemakaman.");
        }
    }

    /** The claim that was paid for the accident that the worker died of; null where this one follows none. */
    Claim followed(ClaimForm.Read read, Worker worker) {
        if (read.follows() == null) {
            return null;
        }
        return claims.byNumber(read.follows()).filter(earlier -> earlier.workerId().equals(worker.id())
                        && earlier.programme() == Programme.JKK && earlier.state() == ClaimState.PAID
                        && injuries.consequence(earlier.id()).filter(outcome -> outcome != Consequence.DEATH).isPresent()
                        && earlier.eventDate().equals(read.eventDate()))
                .orElseThrow(() -> ClaimForm.refused("follows", "FOLLOWS_UNKNOWN", ("Klaim %s bukan klaim JKK pekerja ini yang sudah "
                        + "dibayar untuk kecelakaan pada tanggal itu.").formatted(read.follows())));
    }

    /** @param claim null for one that is only about to be made */
    void requireFirst(UUID workerId, Programme programme, LocalDate event, UUID claim, boolean follows) {
        UUID except = claim == null ? NONE : claim;
        if (programme == Programme.JKM || follows) {
            claims.submittedForDeath(workerId, except).ifPresent(number -> {
                throw Refusal.conflict("CLAIM_EXISTS", "Kematian pekerja ini sudah diajukan dengan nomor klaim %s.".formatted(number));
            });
        }
        if (programme == Programme.JKK && !follows) {
            claims.submittedForAccident(workerId, event, except).ifPresent(number -> {
                throw Refusal.conflict("CLAIM_EXISTS", ("Peristiwa pekerja ini sudah diajukan dengan nomor klaim %s. Bila programnya keliru, "
                        + "petugas memindahkan klaim itu; bila pekerja kemudian meninggal, ajukan klaim lanjutan.").formatted(number));
            });
        }
    }
}
