package id.lindungdesa.scholarship;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.util.stream.Stream;

/** Who may do and see what with a child of a village and a branch, apart from the tasks of its process. */
final class ScholarshipAccess {

    static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES};
    private static final Role[] BRANCH = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB,
        Role.BPJS_KEUANGAN};

    private ScholarshipAccess() {}

    /** Holds an office that registers children, wherever it is. */
    static boolean files(Official who) {
        return who.is(VILLAGE) || who.is(Role.BPJS_VERIFIKATOR);
    }

    /** Brings a child and its proof: the village, or the officer at the branch's counter. */
    static boolean mayFile(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || who.holds(Role.BPJS_VERIFIKATOR, branch);
    }

    /** With the people in it. */
    static boolean mayReadPeople(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || holds(who, BRANCH, branch);
    }

    /** The auditor sees the decisions and the money, not the people. */
    static boolean mayAudit(Official who) {
        return who.is(Role.INSPEKTORAT);
    }

    static Refusal notYours() {
        return Refusal.forbidden("NOT_YOUR_OFFICE", "Beasiswa ini bukan wewenang jabatan atau wilayah Anda.");
    }

    private static boolean holds(Official who, Role[] roles, String area) {
        return Stream.of(roles).anyMatch(role -> who.holds(role, area));
    }
}
