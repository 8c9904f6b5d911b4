package id.lindungdesa.claim;

/**
 * Somebody who may receive the benefit, by his place in the list from 1. Name, NIK and account are personal data: tables
 * and answers to those entitled only.
 */
record Heir(int place, String name, String nik, Relation relation, String account) {

    String maskedNik() {
        return Masked.nik(nik);
    }

    String maskedAccount() {
        return Masked.account(account);
    }
}
