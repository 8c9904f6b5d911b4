package id.lindungdesa;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** The beans that models may call: the {@code *Tasks} components, by the name Spring gives them. */
record TaskBeans(Map<String, Class<?>> classes) {

    static TaskBeans ofTheApplication() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile("[\\w.]+Tasks")));
        Map<String, Class<?>> classes = new TreeMap<>();
        for (var candidate : scanner.findCandidateComponents("id.lindungdesa")) {
            classes.put(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(candidate, null),
                    ClassUtils.resolveClassName(candidate.getBeanClassName(), null));
        }
        return new TaskBeans(classes);
    }

    Optional<Class<?>> named(String bean) {
        return Optional.ofNullable(classes.get(bean));
    }

    /** The public methods of that name; more than one would leave the choice to the expression language. */
    List<Method> methods(String bean, String method) {
        return named(bean).stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> m.getName().equals(method) && Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .toList();
    }
}
