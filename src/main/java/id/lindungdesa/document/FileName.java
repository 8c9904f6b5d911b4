package id.lindungdesa.document;

/** A file name as it may be kept and given back: the last part of a path, printable, and not too long. */
final class FileName {

    private static final int LIMIT = 150;

    private FileName() {}

    /** Keeps the end of the name, where its type stands. */
    static String of(String given) {
        String name = given == null ? "" : given.substring(
                Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}<>:\"|?*]", "").replaceAll("\\s+", " ").strip();
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        String stem = name.substring(0, name.length() - extension.length()).replaceAll("^[. ]+", "").strip();
        if (stem.isEmpty()) {
            stem = "berkas";
        }
        return stem.substring(0, stem.offsetByCodePoints(0,
                Math.min(stem.codePointCount(0, stem.length()), LIMIT - extension.length()))) + extension;
    }
}
