package id.lindungdesa.region;

/** A desa or kelurahan as one edition of the official list has it. Codes carry their parents: 15 / 15.04 / 15.04.03. */
public record Village(int edition, String code, String name, Kind kind, String districtCode, String districtName,
                      String regencyCode, String regencyName, String provinceCode, String provinceName) {

    /** A village with its own budget, or a ward of a regency that has none. */
    public enum Kind {
        DESA("Desa"), KELURAHAN("Kelurahan");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean kelurahan() {
        return kind == Kind.KELURAHAN;
    }

    /** How officials name it: {@code Desa Malapari (15.04.03.2008)}. */
    public String label() {
        return "%s %s (%s)".formatted(kind.label(), name, code);
    }
}
