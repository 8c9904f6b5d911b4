package id.lindungdesa.workflow;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The only names a model may call: our task beans. Looked up when called, since they need the engine themselves. */
class TaskBeans extends AbstractMap<Object, Object> {

    private static final String SUFFIX = "Tasks";
    private final ApplicationContext context;

    TaskBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && text.endsWith(SUFFIX) && context.containsBean(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Arrays.stream(context.getBeanDefinitionNames()).filter(this::containsKey)
                .collect(Collectors.toMap(name -> (Object) name, this::get)).entrySet();
    }
}
