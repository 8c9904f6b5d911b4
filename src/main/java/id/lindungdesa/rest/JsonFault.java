package id.lindungdesa.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Why a JSON body could not be read, told by field and never by value: it may be personal. */
final class JsonFault {

    private JsonFault() {}

    static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge || cause instanceof StreamConstraintsException) {
                return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "BODY_TOO_LARGE",
                        "Kiriman terlalu besar atau terlalu dalam susunannya.");
            }
        }
        Throwable cause = failure;
        while (cause != null && !(cause instanceof JacksonException)) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "BODY_MISSING", "Isi permintaan wajib dikirim.");
        }
        if (cause instanceof JsonMappingException mapping && !isSyntax(mapping)) {
            return ofField(mapping);
        }
        if (cause instanceof InputCoercionException) {
            return field("/", "", "WRONG_TYPE", "Angka ini terlalu besar.");
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_JSON", "Isi permintaan bukan JSON yang benar.");
    }

    private static boolean isSyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof StreamReadException && !(mapping.getCause() instanceof InputCoercionException);
    }

    private static Problem ofField(JsonMappingException mapping) {
        String pointer = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/", "/", ""));
        String field = mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null).reduce((first, last) -> last).orElse(null);
        for (Throwable cause = mapping.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.findings().isEmpty()
                        ? Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal.code(), refusal.getMessage(),
                                List.of(Finding.at(pointer, field, refusal.code(), refusal.getMessage())))
                        : Problem.of(refusal);
            }
        }
        if (mapping instanceof UnrecognizedPropertyException) {
            return field(pointer, field, "UNKNOWN_FIELD", "Isian ini tidak dikenal.");
        }
        if (mapping instanceof InvalidNullException || mapping.getMessage().startsWith("Cannot map `null`")) {
            return field(pointer, field, "REQUIRED", "Isian ini wajib.");
        }
        Class<?> target = mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (mapping.getCause() instanceof InputCoercionException coercion) {
            target = coercion.getTargetType();
        }
        return wrongType(pointer, field, target);
    }

    private static Problem wrongType(String pointer, String field, Class<?> target) {
        if (target == long.class || target == Long.class || target != null && target.getSimpleName().equals("Rupiah")) {
            return field(pointer, field, "NOT_WHOLE_RUPIAH",
                    "Harus bilangan bulat tanpa titik, koma atau tanda kutip, misalnya 100000000.");
        }
        if (target == int.class || target == Integer.class) {
            return field(pointer, field, "WRONG_TYPE", "Harus bilangan bulat.");
        }
        if (target != null && target.isEnum()) {
            return field(pointer, field, "UNKNOWN_VALUE", "Pilihan yang ada: %s.".formatted(
                    Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (target != null && Temporal.class.isAssignableFrom(target)) {
            return field(pointer, field, "WRONG_TYPE", "Tanggal harus berbentuk TTTT-BB-HH.");
        }
        if (target == String.class) {
            return field(pointer, field, "WRONG_TYPE", "Harus teks di antara tanda kutip.");
        }
        return field(pointer, field, "WRONG_TYPE", "Bentuk isian ini tidak sesuai.");
    }

    private static Problem field(String pointer, String field, String code, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, code, message, List.of(Finding.at(pointer, field, code, message)));
    }
}
