package id.lindungdesa.workflow;

import id.lindungdesa.refusal.Refusal;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The fields that a start or a completion may carry, by name and type; anything else is refused, not ignored. */
record DeclaredFields(Map<String, String> types, Set<String> kept) {

    private static final Map<String, Class<?>> CLASSES = Map.of("String", String.class, "Boolean", Boolean.class,
            "Long", Long.class, "Integer", Integer.class, "Date", Date.class);

    static DeclaredFields of(TaskContract contract) {
        return new DeclaredFields(contract.fields(), Set.of());
    }

    /**
     * The variables as the process gets them: routing flags are kept, every other field lives until the next wait state
     * only, fields that were left out are null.
     */
    Map<String, Object> accept(Map<?, ?> sent) {
        for (Object name : sent.keySet()) {
            if (!types.containsKey(name)) {
                throw Refusal.invalid("UNDECLARED_FIELD", "Isian '%s' tidak dikenal dalam tugas ini.".formatted(name));
            }
        }
        Map<String, Object> accepted = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            Object value = plain(name, sent instanceof VariableMap typed ? typed.getValueTyped(name) : sent.get(name));
            boolean flag = "Boolean".equals(type);
            if (value == null && flag) {
                throw Refusal.invalid("FIELD_REQUIRED", "Isian '%s' wajib diisi.".formatted(name));
            }
            if (value != null && "Long".equals(type) && (value instanceof Integer || value instanceof Short)) {
                value = ((Number) value).longValue();
            }
            if (value != null && !CLASSES.get(type).isInstance(value)) {
                throw Refusal.invalid("WRONG_TYPE", "Isian '%s' harus berjenis %s.".formatted(name, type));
            }
            accepted.put(name, flag || kept.contains(name) ? value : Variables.untypedValue(value, true));
        });
        return accepted;
    }

    static void requireCaseId(String name, Map<String, Object> accepted) {
        try {
            UUID.fromString((String) accepted.get(name));
        } catch (RuntimeException e) {
            throw Refusal.invalid("CASE_ID_REQUIRED", "Isian '%s' harus berisi nomor perkara yang sah.".formatted(name));
        }
    }

    private static Object plain(String name, Object value) {
        if (value instanceof SerializableValue) {
            throw Refusal.invalid("WRONG_TYPE", "Isian '%s' tidak boleh berupa objek.".formatted(name));
        }
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }
}
