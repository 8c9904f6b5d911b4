package id.lindungdesa.workflow;

import java.util.Map;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Calls our task beans with null where a field was left out. The expression language by itself makes 0 of a missing
 * number and an empty text of a missing text, so that nobody could tell what was said from what was not.
 */
class TaskExpressions extends SpringExpressionManager {

    TaskExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new NullStaysNull();
        resolver.add(super.createElResolver());
        return resolver;
    }

    /** The language asks the resolver before it converts a method's argument by its own rules. */
    private static class NullStaysNull extends CompositeELResolver {

        @Override
        public Object convertToType(ELContext context, Object value, Class<?> type) {
            if (value == null && !type.isPrimitive()) {
                context.setPropertyResolved(true);
                return null;
            }
            return super.convertToType(context, value, type);
        }
    }
}
