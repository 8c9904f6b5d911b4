package id.lindungdesa.webapp;

import id.lindungdesa.identity.TaskMoves;
import id.lindungdesa.workflow.AddedSteps;
import id.lindungdesa.workflow.CaseSheets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** That work went from one hand to another, and why, belongs to the story of a case. */
@Component
class MovedWork implements AddedSteps {

    private final TaskMoves moves;

    MovedWork(TaskMoves moves) {
        this.moves = moves;
    }

    @Override
    public List<CaseSheets.Step> stepsOf(String processKey, UUID caseId) {
        return moves.inCase(caseId).stream().map(move -> new CaseSheets.Step(move.cause().label(),
                move.by().equals("system") ? "Sistem" : move.by(), move.to() == null ? "Kembali ke jabatan" : "Kepada " + move.to(),
                move.reason(), move.at())).toList();
    }
}
