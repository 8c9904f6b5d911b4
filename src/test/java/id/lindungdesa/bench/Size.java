package id.lindungdesa.bench;

/** How large a benchmark is; {@code -Dbench.villages=20} makes a quick trial of it, whose figures mean nothing. */
final class Size {

    private Size() {}

    static int of(String name, int full) {
        return Integer.getInteger("bench." + name, full);
    }
}
