package id.lindungdesa.workflow;

import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Reads a stored filter under the same rule as it is stored. The engine runs the query in it without asking anybody again,
 * so that one from an older version, a restored database or another program would be evaluated.
 */
class StoredFilters extends FilterManager {

    @Override
    public FilterEntity findFilterById(String id) {
        FilterEntity found = super.findFilterById(id);
        if (found != null && !Trust.given()) {
            QueryExpressions.checkQuery(found.getQuery());
        }
        return found;
    }
}
