package id.lindungdesa.benefit;

/**
 * Somebody who may receive the benefit, by his place in the list from 1. Name, NIK and account are personal data: tables
 * and answers to those entitled only.
 */
public record Heir(int place, String name, String nik, Relation relation, String account, Circumstance circumstance) {

    /** An heir of whom nothing more is known. */
    Heir(int place, String name, String nik, Relation relation, String account) {
        this(place, name, nik, relation, account, Circumstance.NONE);
    }

    public String maskedNik() {
        return Masked.nik(nik);
    }

    public String maskedAccount() {
        return Masked.account(account);
    }
}
