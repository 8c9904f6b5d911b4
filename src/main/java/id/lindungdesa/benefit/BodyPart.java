package id.lindungdesa.benefit;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be lost for good, as the law's table names it. How much each weighs stands in the decision table; here is only
 * what a body is: how many of a part there are on a side, and which part goes with which.
 */
public enum BodyPart {
    ARM_FROM_SHOULDER(1), ARM_FROM_ELBOW(1), HAND_FROM_WRIST(1), LEG_FROM_GROIN(1), FOOT_FROM_ANKLE(1), EYE(1),
    HEARING_BOTH(1), HEARING_ONE(1), THUMB(1), INDEX_FINGER(1), INDEX_FINGER_FIRST_JOINT(1), OTHER_FINGER(3),
    OTHER_FINGER_FIRST_JOINT(3), BIG_TOE(1), SECOND_TOE(1), OTHER_TOE(3);

    private static final Set<BodyPart> FINGERS = EnumSet.of(THUMB, INDEX_FINGER, INDEX_FINGER_FIRST_JOINT, OTHER_FINGER,
            OTHER_FINGER_FIRST_JOINT);
    private static final Set<BodyPart> TOES = EnumSet.of(BIG_TOE, SECOND_TOE, OTHER_TOE);

    private final int perSide;

    BodyPart(int perSide) {
        this.perSide = perSide;
    }

    int perSide() {
        return perSide;
    }

    /** Of an arm: its weight depends on whether it is the side the worker works with. */
    boolean isOfTheArm() {
        return this == ARM_FROM_SHOULDER || this == ARM_FROM_ELBOW || this == HAND_FROM_WRIST || FINGERS.contains(this);
    }

    boolean hasSides() {
        return this != HEARING_BOTH;
    }

    /** Whether who has lost this has lost the other of the same side with it. */
    boolean contains(BodyPart other) {
        return switch (this) {
            case ARM_FROM_SHOULDER -> other == ARM_FROM_ELBOW || ARM_FROM_ELBOW.contains(other);
            case ARM_FROM_ELBOW -> other == HAND_FROM_WRIST || HAND_FROM_WRIST.contains(other);
            case HAND_FROM_WRIST -> FINGERS.contains(other);
            case LEG_FROM_GROIN -> other == FOOT_FROM_ANKLE || TOES.contains(other);
            case FOOT_FROM_ANKLE -> TOES.contains(other);
            case INDEX_FINGER -> other == INDEX_FINGER_FIRST_JOINT;
            case HEARING_BOTH -> other == HEARING_ONE;
            default -> false;
        };
    }
}
