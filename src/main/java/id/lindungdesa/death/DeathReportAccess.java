package id.lindungdesa.death;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import java.util.stream.Stream;

/** Who may report a death and see what became of it, apart from the tasks of its process. */
final class DeathReportAccess {

    private static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES};

    private DeathReportAccess() {}

    /** Of that worker's village, his branch, or the civil registry, which knows no areas. */
    static boolean mayReport(Official who, String villageCode, String branch) {
        return ofTheVillage(who, villageCode) || who.holds(Role.BPJS_AR, branch) || who.is(Role.DUKCAPIL);
    }

    static boolean ofTheVillage(Official who, String villageCode) {
        return Stream.of(VILLAGE).anyMatch(role -> who.holds(role, villageCode));
    }

    static boolean oversees(Official who, String villageCode, String branch) {
        return who.holds(Role.CAMAT, district(villageCode)) || who.holds(Role.BPJS_AR, branch);
    }

    static boolean mayRead(Official who, String villageCode, String branch) {
        return ofTheVillage(who, villageCode) || oversees(who, villageCode, branch) || who.holds(Role.BPJS_VERIFIKATOR, branch);
    }

    static ReportSource sourceOf(Official who) {
        return who.is(Role.DUKCAPIL) ? ReportSource.REGISTRY : who.is(Role.BPJS_AR) ? ReportSource.BRANCH : ReportSource.VILLAGE;
    }

    static String district(String villageCode) {
        return villageCode.substring(0, 8);
    }
}
