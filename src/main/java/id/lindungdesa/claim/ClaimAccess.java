package id.lindungdesa.claim;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import java.util.stream.Stream;

/** Who may do and see what with a claim of a village and a branch, apart from the tasks of its process. */
final class ClaimAccess {

    private static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES};
    private static final Role[] COUNTER = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR};
    private static final Role[] BRANCH = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB,
        Role.BPJS_KEUANGAN};

    private ClaimAccess() {}

    /** Holds an office that files claims, wherever it is. */
    static boolean files(Official who) {
        return who.is(VILLAGE) || who.is(COUNTER);
    }

    static boolean mayFile(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || holds(who, COUNTER, branch);
    }

    static boolean maySupply(Official who, String villageCode) {
        return holds(who, VILLAGE, villageCode);
    }

    /** With the people in it: the village that filed it and the branch that decides it. */
    static boolean mayReadPeople(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || holds(who, BRANCH, branch);
    }

    /** Signs of risk are for those who decide and who audit; whoever filed the claim need not be suspected to his face. */
    static boolean maySeeSigns(Official who, String branch) {
        return holds(who, BRANCH, branch) || mayAudit(who);
    }

    /** The auditor sees the decisions and the money, not the people. */
    static boolean mayAudit(Official who) {
        return who.is(Role.INSPEKTORAT);
    }

    private static boolean holds(Official who, Role[] roles, String area) {
        return Stream.of(roles).anyMatch(role -> who.holds(role, area));
    }
}
