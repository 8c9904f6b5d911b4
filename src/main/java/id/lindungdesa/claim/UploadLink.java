package id.lindungdesa.claim;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.UUID;

/** A door through which a family brings papers without a login: for one claim, for a while, for so many files. */
record UploadLink(UUID id, UUID claimId, String madeBy, Instant madeAt, Instant expiresAt, int mostFiles, long mostBytes,
                  int files, long bytes, int attempts, Instant revokedAt) {

    /** How often somebody may begin to send a file for each that he may leave: lines break. */
    private static final int TRIES_PER_FILE = 4;

    /** @throws Refusal LINK_REVOKED, LINK_EXPIRED */
    void requireOpen(Instant now) {
        if (revokedAt != null) {
            throw Refusal.conflict("LINK_REVOKED", "Tautan ini sudah ditutup. Minta tautan baru kepada operator desa atau petugas.");
        }
        if (!now.isBefore(expiresAt)) {
            throw Refusal.conflict("LINK_EXPIRED",
                    "Masa berlaku tautan ini sudah habis. Minta tautan baru kepada operator desa atau petugas.");
        }
    }

    /** @throws Refusal LINK_USED_UP besides those of an open link */
    void requireRoomFor(long more, Instant now) {
        requireOpen(now);
        if (files >= mostFiles || attempts >= mostFiles * TRIES_PER_FILE || bytes + more > mostBytes) {
            throw Refusal.conflict("LINK_USED_UP",
                    "Batas unggahan tautan ini sudah tercapai. Minta tautan baru kepada operator desa atau petugas.");
        }
    }

    String standing(Instant now) {
        return revokedAt != null ? "REVOKED" : !now.isBefore(expiresAt) ? "EXPIRED" : files >= mostFiles ? "USED_UP" : "OPEN";
    }
}
