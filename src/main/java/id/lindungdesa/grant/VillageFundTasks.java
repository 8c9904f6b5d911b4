package id.lindungdesa.grant;

import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code village-grant} and the opening of a decree call. */
@Component
public class VillageFundTasks {

    private final VillageFund fund;

    VillageFundTasks(VillageFund fund) {
        this.fund = fund;
    }

    /** Opens the cases of the next villages of a decree, one transaction's worth. Whether all are open now. */
    public boolean openNextVillages(String decreeId) {
        return fund.openNextVillages(UUID.fromString(decreeId));
    }

    public String operatorGroup(String disbursementId) {
        return Role.OPERATOR.group(get(disbursementId).villageCode());
    }

    public String villageHeadGroup(String disbursementId) {
        return Role.KADES.group(get(disbursementId).villageCode());
    }

    public String districtGroup(String disbursementId) {
        return Role.CAMAT.group(get(disbursementId).districtCode());
    }

    public String villageOfficeGroup(String disbursementId) {
        return Role.PMD.group(get(disbursementId).regencyCode());
    }

    public String treasurerGroup(String disbursementId) {
        return Role.BENDAHARA.group(get(disbursementId).villageCode());
    }

    public void recordRequest(String disbursementId, Long requestedRupiah, String documentIds) {
        fund.request(UUID.fromString(disbursementId), amount(requestedRupiah), Documents.ids(documentIds));
    }

    public void recordSignature(String disbursementId, Boolean approved, String note) {
        fund.sign(UUID.fromString(disbursementId), approved, note);
    }

    public void recordRecommendation(String disbursementId, Boolean approved, String note) {
        fund.recommend(UUID.fromString(disbursementId), approved, note);
    }

    public void recordVerification(String disbursementId, Boolean approved, String note) {
        fund.verify(UUID.fromString(disbursementId), approved, note);
    }

    public boolean bookReceipt(String disbursementId, Long receivedRupiah, String documentIds) {
        return fund.receive(UUID.fromString(disbursementId), amount(receivedRupiah), Documents.ids(documentIds));
    }

    public void openNextTranche(String disbursementId) {
        fund.openNextTranche(UUID.fromString(disbursementId));
    }

    private Disbursement get(String disbursementId) {
        return fund.get(UUID.fromString(disbursementId));
    }

    private static Optional<Rupiah> amount(Long rupiah) {
        if (rupiah != null && rupiah < 0) {
            throw Refusal.invalid("AMOUNT_NEGATIVE", "Jumlah tidak boleh kurang dari nol.");
        }
        return Optional.ofNullable(rupiah).map(Rupiah::of);
    }
}
