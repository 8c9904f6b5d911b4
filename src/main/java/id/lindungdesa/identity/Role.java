package id.lindungdesa.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The offices that act in the chain. A candidate group is the role, a hyphen and the area it acts for: a code of a
 * regency, district or village, or the name of an insurer's branch; roles of the whole province have no area.
 */
public enum Role {
    GUBERNUR("gubernur", Area.NONE), SEKDA("sekda", Area.NONE), BIRO_HUKUM("biro-hukum", Area.NONE),
    DP3AP2_VERIFIKATOR("dp3ap2-verifikator", Area.NONE), DP3AP2_KEPALA("dp3ap2-kepala", Area.NONE),
    BPKPD_SPP("bpkpd-spp", Area.NONE), BPKPD_SPM("bpkpd-spm", Area.NONE), BPKPD_BUD("bpkpd-bud", Area.NONE),
    INSPEKTORAT("inspektorat", Area.NONE), DISNAKER("disnaker", Area.NONE),
    PENGELOLA_ATURAN("pengelola-aturan", Area.NONE),
    BKAD("bkad", Area.REGENCY), PMD("pmd", Area.REGENCY), CAMAT("camat", Area.DISTRICT),
    KADES("kades", Area.VILLAGE), LURAH("lurah", Area.VILLAGE), SEKDES("sekdes", Area.VILLAGE),
    BENDAHARA("bendahara", Area.VILLAGE), OPERATOR("operator", Area.VILLAGE),
    BPJS_AR("bpjs-ar", Area.BRANCH), BPJS_VERIFIKATOR("bpjs-verifikator", Area.BRANCH),
    BPJS_KABID("bpjs-kabid", Area.BRANCH), BPJS_KACAB("bpjs-kacab", Area.BRANCH),
    BPJS_KEUANGAN("bpjs-keuangan", Area.BRANCH), BPJS_KANWIL("bpjs-kanwil", Area.NONE),
    BANK("bank", Area.NONE), INSURER("insurer", Area.NONE), DUKCAPIL("dukcapil", Area.NONE),
    MONITOR("monitor", Area.NONE), ADMIN("admin", Area.NONE);

    /** What an office's area names. */
    public enum Area { NONE, REGENCY, DISTRICT, VILLAGE, BRANCH }

    private final String id;
    private final Area area;

    Role(String id, Area area) {
        this.id = id;
        this.area = area;
    }

    public String id() {
        return id;
    }

    public Area area() {
        return area;
    }

    /** An account of a program, which has no say in anything. */
    public boolean isMachine() {
        return this == BANK || this == INSURER || this == DUKCAPIL || this == MONITOR;
    }

    /** An office of people: neither a program nor an administrator. */
    public boolean isOfficial() {
        return !isMachine() && this != ADMIN;
    }

    /** One seat: two people in it at once are a mistake or a hand-over that was not told. Other offices have several desks. */
    public boolean isSingle() {
        return switch (this) {
            case GUBERNUR, SEKDA, DP3AP2_KEPALA, CAMAT, KADES, LURAH, SEKDES, BENDAHARA, BPJS_KABID, BPJS_KACAB -> true;
            default -> false;
        };
    }

    /** The office as officials call it, without its area. */
    public String title() {
        return switch (this) {
            case GUBERNUR -> "Gubernur";
            case SEKDA -> "Sekretaris Daerah";
            case BIRO_HUKUM -> "Biro Hukum";
            case DP3AP2_VERIFIKATOR -> "Verifikator DP3AP2";
            case DP3AP2_KEPALA -> "Kepala DP3AP2";
            case BPKPD_SPP -> "BPKPD (SPP)";
            case BPKPD_SPM -> "BPKPD (SPM)";
            case BPKPD_BUD -> "BPKPD (BUD)";
            case INSPEKTORAT -> "Inspektorat";
            case DISNAKER -> "Dinas Tenaga Kerja";
            case PENGELOLA_ATURAN -> "Pengelola aturan";
            case BKAD -> "BKAD";
            case PMD -> "Dinas PMD";
            case CAMAT -> "Camat";
            case KADES -> "Kepala Desa";
            case LURAH -> "Lurah";
            case SEKDES -> "Sekretaris Desa";
            case BENDAHARA -> "Bendahara Desa";
            case OPERATOR -> "Operator Desa";
            case BPJS_AR -> "Account Representative BPJS";
            case BPJS_VERIFIKATOR -> "Petugas klaim BPJS";
            case BPJS_KABID -> "Kepala Bidang BPJS";
            case BPJS_KACAB -> "Kepala Cabang BPJS";
            case BPJS_KEUANGAN -> "Keuangan BPJS";
            case BPJS_KANWIL -> "Kantor Wilayah BPJS";
            case BANK -> "Bank (mesin)";
            case INSURER -> "BPJS (mesin)";
            case DUKCAPIL -> "Dukcapil (mesin)";
            case MONITOR -> "Pemantau (mesin)";
            case ADMIN -> "Administrator";
        };
    }

    /** The candidate group of this role in an area, {@code camat-15.04.03}; the bare role where it has no area. */
    public String group(String areaCode) {
        return area == Area.NONE ? id : id + "-" + areaCode;
    }

    public String group() {
        return group("");
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
