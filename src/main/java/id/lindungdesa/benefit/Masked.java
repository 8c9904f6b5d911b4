package id.lindungdesa.benefit;

/** Personal numbers as those may see them who need not know them whole. */
public final class Masked {

    private Masked() {}

    /** {@code 1504************01}. */
    public static String nik(String nik) {
        return nik.substring(0, 4) + "*".repeat(nik.length() - 6) + nik.substring(nik.length() - 2);
    }

    /** The last four characters: {@code ****7890}. */
    public static String account(String account) {
        return "****" + account.substring(Math.max(0, account.length() - 4));
    }
}
