package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who oversees an office: whom its delay, its vacancy or its trouble is told. The ladder ends at the governor and at the
 * insurer's region; whoever stands there is overseen by nobody in this system.
 */
@Component
public class Overseers {

    /** Those that somebody stands below. */
    public static final Set<Role> ROLES = Set.of(Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD,
            Role.BIRO_HUKUM, Role.SEKDA, Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL);

    private static final int DISTRICT = "15.04.03".length();
    private static final int REGENCY = "15.04".length();

    private final JdbcClient jdbc;

    Overseers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The offices right above that one, whether anybody holds them or not; none above the top. A village has a kades or a
     * lurah: where the law knows either, both are named, of which one exists.
     */
    public static List<Office> above(Office office) {
        String area = office.area();
        return switch (office.role()) {
            case OPERATOR, SEKDES, BENDAHARA -> List.of(new Office(Role.KADES, area), new Office(Role.LURAH, area));
            case KADES, LURAH -> List.of(new Office(Role.CAMAT, area.substring(0, DISTRICT)));
            case CAMAT -> List.of(new Office(Role.PMD, area.substring(0, REGENCY)));
            case PMD, BKAD, DP3AP2_VERIFIKATOR -> province(Role.DP3AP2_KEPALA);
            case BPKPD_SPP, BPKPD_SPM -> province(Role.BPKPD_BUD);
            case PENGELOLA_ATURAN -> province(Role.BIRO_HUKUM);
            case DP3AP2_KEPALA, BIRO_HUKUM, BPKPD_BUD, DISNAKER -> province(Role.SEKDA);
            case SEKDA, INSPEKTORAT -> province(Role.GUBERNUR);
            case BPJS_VERIFIKATOR -> List.of(new Office(Role.BPJS_KABID, area));
            case BPJS_AR, BPJS_KEUANGAN, BPJS_KABID -> List.of(new Office(Role.BPJS_KACAB, area));
            case BPJS_KACAB -> province(Role.BPJS_KANWIL);
            case GUBERNUR, BPJS_KANWIL, BANK, INSURER, DUKCAPIL, MONITOR, ADMIN -> List.of();
        };
    }

    /** The nearest offices above that somebody holds today; empty where nobody is left up to the top. */
    public List<Office> heldAbove(Office office) {
        return heldAbove(List.of(office));
    }

    /** The same of several offices that share a duty: the nearest above any of them, none of which is one of themselves. */
    public List<Office> heldAbove(List<Office> offices) {
        return nearestAbove(offices, this::isHeld);
    }

    static List<Office> nearestAbove(List<Office> offices, Predicate<Office> isHeld) {
        Set<Office> passed = new LinkedHashSet<>(offices);
        List<Office> rung = offices;
        while (!rung.isEmpty()) {
            rung = rung.stream().flatMap(office -> above(office).stream()).filter(passed::add).distinct().toList();
            List<Office> held = rung.stream().filter(isHeld).toList();
            if (!held.isEmpty()) {
                return held;
            }
        }
        return List.of();
    }

    /** Whether that official stands anywhere above the office. */
    public static boolean isAbove(Official official, Office office) {
        return above(office).stream().anyMatch(above -> official.holds(above.role(), above.area()) || isAbove(official, above));
    }

    private boolean isHeld(Office office) {
        return jdbc.sql("select exists (select from identity_office where role = :role and area = :area and member)")
                .param("role", office.role().id()).param("area", office.area()).query(Boolean.class).single();
    }

    private static List<Office> province(Role role) {
        return List.of(new Office(role, ""));
    }
}
