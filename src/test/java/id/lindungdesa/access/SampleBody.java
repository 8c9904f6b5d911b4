package id.lindungdesa.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body that a resource of the engine could take, with real ids where a field's name asks for one. */
final class SampleBody {

    private final Map<String, String> ids;

    /** @param ids real ids by the end of a field's name: {@code processInstanceId}, {@code userId} */
    SampleBody(Map<String, String> ids) {
        this.ids = ids;
    }

    /** JSON for the one parameter that is the body; null where the method takes none. */
    String of(Method method) {
        Class<?> type = entity(method);
        if (type == null) {
            return null;
        }
        try {
            return new ObjectMapper().writeValueAsString(Map.class.isAssignableFrom(type) ? Map.of()
                    : Collection.class.isAssignableFrom(type) ? List.of() : fields(type, 0));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> entity(Method method) {
        for (Parameter parameter : withAnnotations(method).getParameters()) {
            boolean injected = Arrays.stream(parameter.getAnnotations()).map(Annotation::annotationType)
                    .anyMatch(type -> type.getPackageName().startsWith("jakarta.ws.rs"));
            if (!injected) {
                return parameter.getType();
            }
        }
        return null;
    }

    /** Parameters are annotated where the method was declared first. */
    private static Method withAnnotations(Method method) {
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            try {
                return type.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException e) {
                // declared elsewhere
            }
        }
        return method;
    }

    private Map<String, Object> fields(Class<?> type, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Method setter : type.getMethods()) {
            if (setter.getName().startsWith("set") && setter.getName().length() > 3 && setter.getParameterCount() == 1) {
                String name = Character.toLowerCase(setter.getName().charAt(3)) + setter.getName().substring(4);
                Object value = value(name, setter.getParameterTypes()[0], depth);
                if (value != null) {
                    fields.put(name, value);
                }
            }
        }
        return fields;
    }

    private Object value(String name, Class<?> type, int depth) {
        if (name.endsWith("Expression") || name.equals("sorting") || name.equals("orQueries") || name.toLowerCase().contains("tenant")) {
            return null;
        }
        String text = ids.entrySet().stream().filter(id -> name.toLowerCase().matches(".*" + id.getKey().toLowerCase() + "s?(in)?"))
                .map(Map.Entry::getValue).findFirst().orElse("x");
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return 1;
        }
        if (type == String[].class || Collection.class.isAssignableFrom(type) && name.matches(".*(Ids|Keys|Names|In)")) {
            return List.of(text);
        }
        if (Map.class.isAssignableFrom(type)) {
            return name.toLowerCase().contains("variable") || name.equals("modifications")
                    ? Map.of("approved", Map.of("value", true, "type", "Boolean")) : null;
        }
        return type.getPackageName().startsWith("org.camunda") && !type.isEnum() && depth < 2 ? fields(type, depth + 1) : null;
    }
}
