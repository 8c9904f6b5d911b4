package id.lindungdesa.regulation;

/**
 * What a reviewer should know before he lets a decree pass. It stops nothing.
 *
 * @param villages how many villages it concerns, null where that means nothing
 * @param perVillage whole rupiah for one village, null where it differs or means nothing
 * @param rupiah whole rupiah in all, null where it is not about money
 */
public record DecreeWarning(String code, String message, Integer villages, Long perVillage, Long rupiah) {

    static DecreeWarning of(String code, String message) {
        return new DecreeWarning(code, message, null, null, null);
    }
}
