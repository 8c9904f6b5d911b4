package id.lindungdesa.claim;

import id.lindungdesa.benefit.BodyPart;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Masked;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.CaseSheets.Fact;
import id.lindungdesa.workflow.CaseSheets.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An accident as whoever holds a task of its claim sees it. A late report is told, and has no consequence for BPU. */
@Component
class InjurySheet {

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

    static String part(BodyPart part) {
        return PARTS.get(part);
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
                accident.at() == null ? DateWords.day(claim.eventDate()) : DateWords.moment(accident.at())));
        facts.add(new Fact("Tempat kejadian", accident.place()));
        facts.add(new Fact("Kronologi", accident.chronology()));
        facts.add(new Fact("Laporan tahap I", "paling lambat %s; diterima %s%s (%s)".formatted(DateWords.moment(report.dueAt()), DateWords.moment(claim.filedAt()),
                report.late() ? ", terlambat (tanpa sanksi bagi peserta BPU)" : ", tepat waktu", report.legalBasis())));
        if (accident.account() != null) {
            facts.add(new Fact("Rekening pekerja", wholeAccount ? accident.account() : Masked.account(accident.account())));
        }
        if (accident.incomeBase() != null) {
            facts.add(new Fact("Penghasilan yang dilaporkan", accident.incomeBase().toString()));
        }
        if (kept.consequence() != null) {
            facts.add(new Fact("Akibat menurut dokter", kept.consequence().label() + (kept.injury().recoveredOn() == null ? ""
                    : ", keterangan " + DateWords.day(kept.injury().recoveredOn()))));
        }
        if (kept.diedOn() != null) {
            facts.add(new Fact("Tanggal meninggal", DateWords.day(kept.diedOn())));
        }
        if (kept.injury().unableToWork() != null) {
            facts.add(new Fact("Tidak mampu bekerja", span(kept.injury().unableToWork())));
        }
        injuries.followedBy(claim.id()).ifPresent(earlier -> facts.add(new Fact("Lanjutan dari klaim", claims.get(earlier).number())));
    }

    /** What an accident's benefit was reckoned from, line by line, for the letter that decides; nothing for another claim. */
    List<String> reckonedFrom(UUID claimId) {
        List<String> lines = new ArrayList<>();
        injuries.find(claimId).ifPresent(kept -> {
            Injury injury = kept.injury();
            if (kept.accident().incomeBase() != null) {
                lines.add("Penghasilan yang dilaporkan: %s sebulan".formatted(kept.accident().incomeBase()));
            }
            if (kept.consequence() != null) {
                lines.add("Akibat menurut dokter: " + kept.consequence().label());
            }
            injury.disabilities().forEach(lost -> lines.add("Cacat: %s%s, %s".formatted(PARTS.get(lost.part()), lost.side() == null ? ""
                    : lost.side() == Injury.Side.RIGHT ? " kanan" : " kiri", lost.loss() == Injury.Loss.ANATOMICAL ? "hilang"
                    : "fungsi berkurang %d%%".formatted(lost.percentLost()))));
            if (injury.unableToWork() != null) {
                lines.add("Tidak mampu bekerja: " + span(injury.unableToWork()));
            }
            injury.transport().forEach(fare -> lines.add("Kuitansi pengangkutan (%s): %s".formatted(way(fare.mode()).toLowerCase(Locale.ROOT),
                    fare.rupiah())));
            if (injury.homeCare() != null && injury.homeCare().rupiah() != null) {
                lines.add("Perawatan di rumah: %d bulan, %s".formatted(injury.homeCare().months(), injury.homeCare().rupiah()));
            }
        });
        return lines;
    }

    private static String span(Injury.Absence absence) {
        return absence.days() == 0 ? "%d bulan".formatted(absence.months()) : absence.months() == 0 ? "%d hari".formatted(absence.days())
                : "%d bulan %d hari".formatted(absence.months(), absence.days());
    }

    private static String way(Injury.Mode mode) {
        return switch (mode) {
            case LAND -> "Darat, sungai, danau";
            case SEA -> "Laut";
            case AIR -> "Udara";
        };
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
                        .map(fare -> List.<Object>of(way(fare.mode()), fare.rupiah().amount())).toList(), null));
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
