package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Decision;
import java.util.Map;
import java.util.stream.Collectors;

/** An assessment in sentences, for whoever must tell it to a family. Names nobody. */
final class Explanation {

    private static final Map<Decision, String> DECISIONS = Map.of(
            Decision.GRANTED, "Manfaat dapat diberikan.",
            Decision.REDUCED, "Manfaat dapat diberikan sebagian.",
            Decision.REFER, "Perlu pertimbangan pejabat.",
            Decision.REJECTED, "Manfaat tidak dapat diberikan.");

    private Explanation() {}

    static String of(Assessment assessment, boolean hasChildren) {
        StringBuilder text = new StringBuilder(DECISIONS.get(assessment.decision()));
        if (assessment.decision() == Decision.REFER && !assessment.components().isEmpty()) {
            text.append(" Jumlah di bawah ini berlaku bila klaim diterima.");
        }
        if (!assessment.reasons().isEmpty()) {
            text.append(" Alasan: ").append(assessment.reasons().stream().map(Wording::reason).collect(Collectors.joining("; "))).append('.');
        }
        if (!assessment.legalBasis().isEmpty()) {
            text.append(" Dasar keputusan: ").append(assessment.legalBasis()).append('.');
        }
        assessment.components().forEach(component -> text.append(" %s %s (%s).".formatted(Wording.component(component.code()),
                component.rupiah(), component.legalBasis())));
        if (!assessment.components().isEmpty()) {
            text.append(" Jumlah %s.".formatted(assessment.total()));
        }
        if (!assessment.arrears().isZero()) {
            text.append(" Tunggakan iuran yang perlu diselesaikan: %s.".formatted(assessment.arrears()));
        }
        assessment.scholarship().forEach(grant -> text.append(grant.rupiah().isZero()
                ? " Beasiswa anak ke-%d dibuka dan mulai dibayar setelah surat keterangan sekolah diterima (%s)."
                        .formatted(grant.child() + 1, grant.legalBasis())
                : " Beasiswa anak ke-%d, jenjang %s, tahun ajaran %d/%d: %s (%s).".formatted(grant.child() + 1, grant.level(),
                        grant.schoolYear(), grant.schoolYear() + 1, grant.rupiah(), grant.legalBasis())));
        if (hasChildren && !assessment.scholarship().isEmpty()) {
            text.append(" Beasiswa dihitung dengan anggapan anak belum menikah dan belum bekerja, kecuali dinyatakan lain; "
                    + "perkiraan sampai lulus %s.".formatted(assessment.scholarshipProjection()));
        }
        if (assessment.reasons().contains("LAPSED_GT_3M")) {
            text.append(" Bila iuran terlambat karena dana desa terlambat disalurkan, minta pemeriksaan khusus melalui pengaduan.");
        }
        return text.toString();
    }
}
