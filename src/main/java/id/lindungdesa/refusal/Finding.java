package id.lindungdesa.refusal;

/**
 * One thing found in what was sent: where (a line counted from 1, or a JSON pointer), in which field, what is wrong as a
 * code, and an Indonesian sentence that says what to do.
 */
public record Finding(Integer line, String pointer, String field, String code, String message) {

    public static Finding atLine(int line, String field, String code, String message) {
        return new Finding(line, null, field, code, message);
    }

    public static Finding at(String pointer, String field, String code, String message) {
        return new Finding(null, pointer, field, code, message);
    }

    public static Finding general(String code, String message) {
        return new Finding(null, null, null, code, message);
    }
}
