package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.CaseSheets.Fact;
import id.lindungdesa.workflow.CaseSheets.Table;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An accident as whoever holds a task of its claim sees it. A late report is told, and has no consequence for BPU. */
@Component
class InjurySheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm", Locale.forLanguageTag("id-ID"))
            .withZone(WorkingDays.JAKARTA);
    private static final Map<BodyPart, String> PARTS = Map.ofEntries(Map.entry(BodyPart.ARM_FROM_SHOULDER, "Lengan dari sendi bahu"),
            Map.entry(BodyPart.ARM_FROM_ELBOW, "Lengan dari atau dari atas siku"), Map.entry(BodyPart.HAND_FROM_WRIST, "Tangan dari pergelangan"),
            Map.entry(BodyPart.LEG_FROM_GROIN, "Kaki dari pangkal paha"), Map.entry(BodyPart.FOOT_FROM_ANKLE, "Kaki dari mata kaki"),
            Map.entry(BodyPart.EYE, "Mata"), Map.entry(BodyPart.HEARING_BOTH, "Pendengaran kedua telinga"),
            Map.entry(BodyPart.HEARING_ONE, "Pendengaran satu telinga"), Map.entry(BodyPart.THUMB, "Ibu jari tangan"),
            Map.entry(BodyPart.INDEX_FINGER, "Telunjuk"), Map.entry(BodyPart.INDEX_FINGER_FIRST_JOINT, "Ruas pertama telunjuk"),
            Map.entry(BodyPart.OTHER_FINGER, "Jari tangan lain"), Map.entry(BodyPart.OTHER_FINGER_FIRST_JOINT, "Ruas pertama jari tangan lain"),
            Map.entry(BodyPart.BIG_TOE, "Ibu jari kaki"), Map.entry(BodyPart.SECOND_TOE, "Jari kaki kedua"),
            Map.entry(BodyPart.OTHER_TOE, "Jari kaki lain"));

    private final Injuries injuries;
    private final Claims claims;
    private final Benefits benefits;
    private final ClaimClock clock;

    InjurySheet(Injuries injuries, Claims claims, Benefits benefits, ClaimClock clock) {
        this.injuries = injuries;
        this.claims = claims;
        this.benefits = benefits;
        this.clock = clock;
    }

    /** Nothing for a claim that is about no injury. */
    List<Fact> facts(Claim claim, boolean wholeAccount) {
        List<Fact> facts = new ArrayList<>();
        List<String> former = claims.formerNumbers(claim.id());
        if (!former.isEmpty()) {
            facts.add(new Fact("Nomor sebelum dipindahkan", String.join(", ", former)));
        }
        if (claim.programme() == Programme.JKK) {
            injuries.find(claim.id()).ifPresent(kept -> told(claim, kept, wholeAccount, facts));
        }
        return facts;
    }

    private void told(Claim claim, Injuries.Kept kept, boolean wholeAccount, List<Fact> facts) {
        Accident accident = kept.accident();
        Instant began = accident.at() != null ? accident.at() : claim.eventDate().atStartOfDay(WorkingDays.JAKARTA).toInstant();
        ClaimClock.ReportTerm report = clock.stageOne(began, claim.filedAt());
        facts.add(new Fact(accident.at() == null ? "Tanggal diagnosis" : "Waktu kecelakaan",
                accident.at() == null ? Letters.date(claim.eventDate()) : TIME.format(accident.at())));
        facts.add(new Fact("Tempat kejadian", accident.place()));
        facts.add(new Fact("Kronologi", accident.chronology()));
        facts.add(new Fact("Laporan tahap I", "paling lambat %s; diterima %s%s (%s)".formatted(TIME.format(report.dueAt()), TIME.format(claim.filedAt()),
                report.late() ? ", terlambat (tanpa sanksi bagi peserta BPU)" : ", tepat waktu", report.legalBasis())));
        if (accident.account() != null) {
            facts.add(new Fact("Rekening pekerja", wholeAccount ? accident.account() : Masked.account(accident.account())));
        }
        if (accident.incomeBase() != null) {
            facts.add(new Fact("Penghasilan yang dilaporkan", accident.incomeBase().toString()));
        }
        if (kept.consequence() != null) {
            facts.add(new Fact("Akibat menurut dokter", kept.consequence().label() + (kept.injury().recoveredOn() == null ? ""
                    : ", keterangan " + Letters.date(kept.injury().recoveredOn()))));
        }
        if (kept.diedOn() != null) {
            facts.add(new Fact("Tanggal meninggal", Letters.date(kept.diedOn())));
        }
        if (kept.injury().unableToWork() != null) {
            facts.add(new Fact("Tidak mampu bekerja", "%d bulan %d hari".formatted(kept.injury().unableToWork().months(),
                    kept.injury().unableToWork().days())));
        }
        injuries.followedBy(claim.id()).ifPresent(earlier -> facts.add(new Fact("Lanjutan dari klaim", claims.get(earlier).number())));
    }

    List<Table> tables(UUID claimId) {
        List<Table> tables = new ArrayList<>();
        injuries.find(claimId).map(Injuries.Kept::injury).ifPresent(injury -> {
            if (!injury.disabilities().isEmpty()) {
                tables.add(new Table("Cacat" + (injury.dominantHand() == Injury.Side.LEFT ? " (pekerja kidal)" : ""),
                        List.of("Bagian tubuh", "Sisi", "Kehilangan", "Fungsi hilang (%)"), injury.disabilities().stream()
                        .map(lost -> List.<Object>of(PARTS.get(lost.part()), lost.side() == null ? "-" : lost.side() == Injury.Side.RIGHT
                                ? "Kanan" : "Kiri", lost.loss() == Injury.Loss.ANATOMICAL ? "Anatomis" : "Fungsi",
                                lost.percentLost() == null ? 100 : lost.percentLost())).toList(), null));
            }
            if (!injury.transport().isEmpty()) {
                tables.add(new Table("Kuitansi pengangkutan", List.of("Angkutan", "Jumlah (Rp)"), injury.transport().stream()
                        .map(fare -> List.<Object>of(switch (fare.mode()) {
                            case LAND -> "Darat, sungai, danau";
                            case SEA -> "Laut";
                            case AIR -> "Udara";
                        }, fare.rupiah().amount())).toList(), null));
            }
        });
        Map<String, Rupiah> before = benefits.paidBefore(claimId);
        if (!before.isEmpty()) {
            tables.add(new Table("Sudah dibayar untuk peristiwa ini", List.of("Komponen", "Jumlah (Rp)"), before.entrySet().stream()
                    .map(paid -> List.<Object>of(Wording.component(paid.getKey()), paid.getValue().amount())).toList(), null));
        }
        return tables;
    }
}
