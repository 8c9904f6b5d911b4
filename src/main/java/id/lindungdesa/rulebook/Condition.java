package id.lindungdesa.rulebook;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a cell of an input column asks for: anything, some texts, yes or no, or whole numbers (days as numbers) in a span. */
sealed interface Condition {

    Condition ANY = new Any();

    boolean meets(Object value);

    boolean overlaps(Condition other);

    record Any() implements Condition {

        @Override
        public boolean meets(Object value) {
            return true;
        }

        @Override
        public boolean overlaps(Condition other) {
            return true;
        }
    }

    record Texts(Set<String> values) implements Condition {

        @Override
        public boolean meets(Object value) {
            return value instanceof String text && values.contains(text);
        }

        @Override
        public boolean overlaps(Condition other) {
            if (!(other instanceof Texts texts)) {
                return other instanceof Any;
            }
            Set<String> both = new LinkedHashSet<>(values);
            both.retainAll(texts.values);
            return !both.isEmpty();
        }
    }

    record Flag(boolean value) implements Condition {

        @Override
        public boolean meets(Object asked) {
            return Boolean.valueOf(value).equals(asked);
        }

        @Override
        public boolean overlaps(Condition other) {
            return other instanceof Any || equals(other);
        }
    }

    /** From the first number, not to the second; the ends of {@code long} stand for none. */
    record Span(long from, long until) implements Condition {

        static final long OPEN_BELOW = Long.MIN_VALUE;
        static final long OPEN_ABOVE = Long.MAX_VALUE;

        @Override
        public boolean meets(Object value) {
            return value instanceof Long number && from <= number && (number < until || until == OPEN_ABOVE);
        }

        @Override
        public boolean overlaps(Condition other) {
            return other instanceof Span span ? from < span.until && span.from < until : other instanceof Any;
        }

        Span with(Span other) {
            return new Span(Math.max(from, other.from), Math.min(until, other.until));
        }
    }
}
