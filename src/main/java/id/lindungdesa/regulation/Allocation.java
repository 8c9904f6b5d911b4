package id.lindungdesa.regulation;

import java.util.UUID;

/** What a decree grants to one village, in whole rupiah. */
public record Allocation(UUID id, UUID decreeId, int edition, String villageCode, String villageName, boolean kelurahan,
                         String districtCode, String regencyCode, String provinceCode, long rupiah) {

    /** {@code Desa Malapari (15.04.03.2008)}. */
    public String villageLabel() {
        return (kelurahan ? "Kelurahan " : "Desa ") + villageName + " (" + villageCode + ")";
    }
}
