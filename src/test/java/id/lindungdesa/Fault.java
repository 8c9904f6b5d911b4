package id.lindungdesa;

/** One thing wrong in a file: which element (its id, or what names it best) and what to do about it. */
record Fault(String file, String element, String what) {

    @Override
    public String toString() {
        return "%s: %s: %s".formatted(file, element, what);
    }
}
