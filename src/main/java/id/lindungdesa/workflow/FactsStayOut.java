package id.lindungdesa.workflow;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history of who did which step when, without what people typed: notes and other fields of a form may hold personal
 * data and are kept by the case's own record, under its own rules. Only ids and routing flags are remembered.
 */
class FactsStayOut extends AbstractHistoryLevel {

    static final String NAME = "lindung-desa";

    @Override
    public int getId() {
        return 1001;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (type.equals(HistoryEventTypes.FORM_PROPERTY_UPDATE) || type.equals(HistoryEventTypes.DMN_DECISION_EVALUATE)) {
            return false;
        }
        if (entity instanceof VariableInstanceEntity variable && !variable.getName().endsWith("Id")
                && !"boolean".equals(variable.getTypeName())) {
            return false;
        }
        return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
    }
}
