package id.lindungdesa.table;

import id.lindungdesa.refusal.Refusal;

/**
 * Watches the bytes of a sheet for what its reader would take into memory whole: one endless text, one endless row. A sheet
 * itself is read row by row and may be long. Where the rows cannot be told, they count as one.
 */
final class SheetShape {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_TAGS_IN_A_ROW = 100_000;
    private static final byte[] ROW = {'r', 'o', 'w'};

    private int sinceTag;
    private int tagsInRow;
    private int nameAt = -1;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            add(bytes[i]);
        }
    }

    private void add(byte one) {
        if (one == '<') {
            sinceTag = 0;
            nameAt = 0;
            if (++tagsInRow > MOST_TAGS_IN_A_ROW) {
                throw tooLarge();
            }
            return;
        }
        if (++sinceTag > LONGEST_TEXT) {
            throw tooLarge();
        }
        if (nameAt == 0 && one == '!') {
            throw Refusal.invalid("TABLE_UNREADABLE", "Buku kerja ini tidak ditulis oleh Excel. Simpan ulang sebagai .xlsx.");
        }
        if (nameAt >= 0) {
            name(one);
        }
    }

    /** Follows a tag's name, whatever prefix it has, as far as {@code row}. */
    private void name(byte one) {
        if (one == ':') {
            nameAt = 0;
        } else if (nameAt < ROW.length) {
            nameAt = one == ROW[nameAt] ? nameAt + 1 : ROW.length + 1;
        } else if (nameAt == ROW.length) {
            boolean ended = one == ' ' || one == '>' || one == '/' || one == '\t' || one == '\r' || one == '\n';
            if (ended) {
                tagsInRow = 0;
                nameAt = -1;
            } else {
                nameAt = ROW.length + 1;
            }
        } else if (one == ' ' || one == '>' || one == '/') {
            nameAt = -1;
        }
    }

    private static Refusal tooLarge() {
        return Refusal.invalid("TABLE_TOO_LARGE", "Ada baris atau sel yang terlalu besar. Simpan sebagai CSV UTF-8.");
    }
}
