package id.lindungdesa.complaint;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import java.util.stream.Stream;

/** Who may do and see what with a complaint of a village and a branch, apart from the tasks of its process. */
final class ComplaintAccess {

    private static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES};
    private static final Role[] COUNTER = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR};
    private static final Role[] BRANCH = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB,
        Role.BPJS_KEUANGAN};

    private ComplaintAccess() {}

    /** Takes complaints, wherever. */
    static boolean takes(Official who) {
        return who.is(VILLAGE) || who.is(COUNTER);
    }

    static boolean mayTake(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || holds(who, COUNTER, branch);
    }

    /** Speaks for the family after the answer: its village, or the account representative where it came to the counter. */
    static boolean mayReply(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || who.holds(Role.BPJS_AR, branch);
    }

    /** Never the branch that is complained of. */
    static boolean mayWithdraw(Official who, String villageCode) {
        return holds(who, VILLAGE, villageCode);
    }

    /** With the people in it: the village, the branch and the regional office. */
    static boolean mayReadPeople(Official who, String villageCode, String branch) {
        return holds(who, VILLAGE, villageCode) || holds(who, BRANCH, branch) || who.is(Role.BPJS_KANWIL);
    }

    /** The auditor sees what was decided when, not the people. */
    static boolean mayAudit(Official who) {
        return who.is(Role.INSPEKTORAT);
    }

    private static boolean holds(Official who, Role[] roles, String area) {
        return Stream.of(roles).anyMatch(role -> who.holds(role, area));
    }
}
