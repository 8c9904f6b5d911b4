package id.lindungdesa.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a JAX-RS application answers to, found by walking its resource classes and what their locators return. */
final class EngineResources {

    /** One resource method; path parameters are {@code {name}}. */
    record Operation(String verb, String path, Method method) {

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private final TreeMap<String, Operation> found = new TreeMap<>();
    private final Deque<Class<?>> above = new ArrayDeque<>();

    private EngineResources() {}

    /** All operations below these root classes, by verb and path. */
    static Collection<Operation> below(String base, Collection<Class<?>> roots) {
        EngineResources resources = new EngineResources();
        for (Class<?> root : roots) {
            path(root).ifPresent(path -> resources.walk(root, joined(base, path)));
        }
        return resources.found.values();
    }

    private void walk(Class<?> type, String prefix) {
        if (type == Object.class || type.isPrimitive()) {
            throw new IllegalStateException("cannot tell what is below " + prefix);
        }
        if (above.contains(type)) {
            return;
        }
        above.push(type);
        for (Method method : type.getMethods()) {
            if (method.isBridge() || method.isSynthetic()) {
                continue;
            }
            Set<Annotation> annotations = annotations(method);
            String path = annotations.stream().filter(Path.class::isInstance).map(one -> ((Path) one).value()).findFirst().orElse(null);
            Optional<String> verb = annotations.stream().map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                    .filter(java.util.Objects::nonNull).map(HttpMethod::value).findFirst();
            if (verb.isPresent()) {
                String whole = joined(prefix, path == null ? "" : path);
                found.put(verb.get() + " " + whole, new Operation(verb.get(), whole, method));
            } else if (path != null) {
                walk(method.getReturnType(), joined(prefix, path));
            }
        }
        above.pop();
    }

    /** Of the method and of those that it overrides, nearest first. */
    private static Set<Annotation> annotations(Method method) {
        Set<Annotation> all = new LinkedHashSet<>();
        Deque<Class<?>> types = new ArrayDeque<>(Set.of(method.getDeclaringClass()));
        while (!types.isEmpty()) {
            Class<?> type = types.poll();
            try {
                all.addAll(java.util.Arrays.asList(type.getDeclaredMethod(method.getName(), method.getParameterTypes()).getAnnotations()));
            } catch (NoSuchMethodException e) {
                // that one does not have it
            }
            if (type.getSuperclass() != null) {
                types.add(type.getSuperclass());
            }
            types.addAll(java.util.Arrays.asList(type.getInterfaces()));
        }
        return all;
    }

    private static Optional<String> path(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            if (one.isAnnotationPresent(Path.class)) {
                return Optional.of(one.getAnnotation(Path.class).value());
            }
        }
        return Optional.empty();
    }

    private static String joined(String prefix, String path) {
        String whole = (prefix + "/" + path).replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }
}
