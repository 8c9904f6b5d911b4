package id.lindungdesa.rulebook;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.workflow.DecisionTables;
import org.springframework.stereotype.Component;

/** Tells an operator of changes of the law that came with a build and do not answer, see decision 0121. */
@Component
class RuleGauges {

    RuleGauges(Gauges gauges, DecisionTables tables, RuleShelf shelf) {
        Reading<Tables> read = gauges.reading("rules", () -> new Tables(
                tables.names().stream().map(tables::inForce).filter(DecisionTables.Table::ours).count(),
                tables.names().stream().map(tables::inForce).filter(shelf::releaseDiffers).count()));
        gauges.gauge("lindungdesa.rules", "Decision tables that officials put in force here", read, Tables::ours, "state", "changed_here");
        gauges.gauge("lindungdesa.rules", "Decision tables that officials put in force here", read, Tables::unheard, "state", "release_differs");
    }

    private record Tables(long ours, long unheard) {}
}
