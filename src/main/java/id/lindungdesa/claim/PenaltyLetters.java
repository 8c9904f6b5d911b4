package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the family what it is owed for waiting, or why it is owed nothing. */
@Component
class PenaltyLetters {

    String letter(Claim claim, Penalty penalty, Map<Integer, Rupiah> shares, List<Heir> heirs) {
        String head = "Perihal: Denda keterlambatan pembayaran klaim\nNomor klaim: %s\n\n".formatted(claim.number())
                + "Klaim ini seharusnya dibayar paling lambat %s dan dibayar pada %s, %d hari sesudahnya.\n".formatted(
                        Letters.date(penalty.payBy()), Letters.date(penalty.paidOn()), penalty.daysLate())
                + "Denda menurut aturan: %d%% sehari dari manfaat %s, yaitu %s.\nDasar: %s\n\n".formatted(penalty.percentPerDay(),
                        penalty.benefit(), penalty.rupiah(), penalty.legalBasis());
        if (penalty.state() == PenaltyState.NOT_OWED) {
            return head + "Kepala cabang memutuskan bahwa denda tidak terutang karena keterlambatan disebabkan oleh %s.\n".formatted(
                    penalty.delayedBy().label())
                    + claim.last(Step.DECIDE_PENALTY).map(Deed::note).map(note -> "Alasan: " + note + "\n").orElse("")
                    + "\nBila tidak setuju, sampaikan pengaduan ke kantor cabang BPJS Ketenagakerjaan, langsung atau melalui kantor desa "
                    + "(PP 44/2015 Pasal 57-58).";
        }
        return head + "Denda telah dibayarkan kepada:\n" + shares.entrySet().stream().map(share -> "- %s: %s".formatted(
                Letters.payeeName(share.getKey(), heirs), share.getValue())).collect(Collectors.joining("\n"))
                + "\nReferensi bank: %s\n\nKami mohon maaf atas keterlambatan ini.".formatted(penalty.bankReference());
    }
}
