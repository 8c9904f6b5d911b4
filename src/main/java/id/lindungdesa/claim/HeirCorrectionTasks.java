package id.lindungdesa.claim;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code heir-correction} calls. */
@Component
public class HeirCorrectionTasks {

    private final HeirDesk desk;

    HeirCorrectionTasks(HeirDesk desk) {
        this.desk = desk;
    }

    public void correct(String heirCorrectionId) {
        desk.correct(UUID.fromString(heirCorrectionId));
    }
}
