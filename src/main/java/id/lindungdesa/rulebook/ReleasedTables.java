package id.lindungdesa.rulebook;

import id.lindungdesa.workflow.DecisionTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At each start: says aloud where this release carries a table other than the one that officials put in force. */
@Component
@Order(30)      // after the models are deployed
class ReleasedTables implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ReleasedTables.class);

    private final DecisionTables tables;
    private final RuleShelf shelf;

    ReleasedTables(DecisionTables tables, RuleShelf shelf) {
        this.tables = tables;
        this.shelf = shelf;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tables.names().stream().map(tables::inForce).filter(shelf::releaseDiffers).forEach(table -> log.warn(
                "This release carries another table {} than {}, which officials put in force and which goes on answering. "
                        + "To follow the release, propose its table as a new version.", table.decision(), table.version()));
    }
}
