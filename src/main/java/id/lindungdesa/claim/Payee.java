package id.lindungdesa.claim;

import id.lindungdesa.benefit.Shares;
import id.lindungdesa.money.Rupiah;

/**
 * Who is paid a part of a claim, by the place of whoever is entitled to it ({@link Shares#FUND} and {@link Shares#WORKER}
 * included). The receiver differs from the entitled where a guardian or somebody with a power of attorney receives for him.
 *
 * @param entitled what the official calls the entitled: name and relation
 * @param receiver in whose name the account must be
 * @param account null where there is none yet
 * @param rupiah what is still to be paid
 */
record Payee(int place, String entitled, String receiver, String account, Rupiah rupiah) {

    /** The Social Security Fund is no person; its account belongs to the insurer. */
    boolean isPerson() {
        return place != Shares.FUND;
    }
}
