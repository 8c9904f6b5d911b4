package id.lindungdesa.benefit;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rule book without a case: what the law gives for these facts. Nothing is stored and nobody is looked up. */
@RestController
class AssessmentController {

    private final Assessments assessments;

    AssessmentController(Assessments assessments) {
        this.assessments = assessments;
    }

    @Operation(summary = "What the law gives for these facts", description = """
            For officers of the insurer and for partner systems. JKM, JKK and scholarship by the rules in force on the day of
            the event. Send only what is known: what is missing and matters comes back as a reason. Facts that contradict
            each other are refused with every field. Nothing is stored.

            programme: JKM, JKK. cause: ILLNESS, WORK_ACCIDENT, OCCUPATIONAL_DISEASE, SUICIDE, OTHER. outcome: DEATH, RECOVERED,
            PARTIAL_DISABILITY, TOTAL_PERMANENT_DISABILITY. part: ARM_FROM_SHOULDER, ARM_FROM_ELBOW, HAND_FROM_WRIST,
            LEG_FROM_GROIN, FOOT_FROM_ANKLE, EYE, HEARING_BOTH, HEARING_ONE, THUMB, INDEX_FINGER, INDEX_FINGER_FIRST_JOINT,
            OTHER_FINGER, OTHER_FINGER_FIRST_JOINT, BIG_TOE, SECOND_TOE, OTHER_TOE (one row for each side). loss: ANATOMICAL,
            FUNCTIONAL (percentLost counts). mode: LAND (road, river, lake), SEA, AIR. aids[].kind: PROSTHESIS, ORTHOSIS,
            HEARING_AID, GLASSES, DENTURES. level: TK, SD, SMP, SMA, PT. working: NO, WAGE (with wageMonths, consecutive), BPU,
            INTERN. relation: SPOUSE, CHILD, PARENT, GRANDPARENT, GRANDCHILD, SIBLING, PARENT_IN_LAW, WILL, FUNERAL_ORGANISER,
            EX_SPOUSE. A cover period without registeredAt was registered before it began.""")
    @PostMapping("/api/claims/assessment")
    @OpenTo({Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KEUANGAN, Role.BPJS_KANWIL,
            Role.INSURER})
    Assessments.Answer assess(@RequestBody AssessmentForm form) {
        return assessments.answer(form);
    }
}
