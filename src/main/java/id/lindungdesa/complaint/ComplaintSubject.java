package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimBrief;

/** What a family complains of, and whether its claim gives reason to. */
enum ComplaintSubject {
    REJECTION("Klaim ditolak", "NOT_REJECTED", "Klaim ini tidak sedang dalam keadaan ditolak.") {
        @Override
        boolean fits(ClaimBrief claim) {
            return claim.rejected();
        }
    },
    REDUCTION("Manfaat dikurangi atau salah hitung", "NOT_REDUCED", "Manfaat klaim ini tidak dikurangi dan belum dibayar.") {
        @Override
        boolean fits(ClaimBrief claim) {
            return claim.reduced() || claim.paid();
        }
    },
    DELAY("Keterlambatan", null, null), SERVICE("Pelayanan", null, null);

    private final String label;
    private final String code;
    private final String misfit;

    ComplaintSubject(String label, String code, String misfit) {
        this.label = label;
        this.code = code;
        this.misfit = misfit;
    }

    boolean fits(ClaimBrief claim) {
        return true;
    }

    String label() {
        return label;
    }

    String code() {
        return code;
    }

    String misfit() {
        return misfit;
    }
}
