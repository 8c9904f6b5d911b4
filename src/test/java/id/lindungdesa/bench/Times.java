package id.lindungdesa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What something took each time, in milliseconds. */
final class Times {

    private final List<Double> millis = new ArrayList<>();

    <T> T time(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        addSince(start);
        return result;
    }

    synchronized void addSince(long startNanos) {
        millis.add((System.nanoTime() - startNanos) / 1e6);
    }

    synchronized void add(double value) {
        millis.add(value);
    }

    synchronized int count() {
        return millis.size();
    }

    synchronized double total() {
        return millis.stream().mapToDouble(Double::doubleValue).sum();
    }

    synchronized double percentile(double percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * percent / 100)));
    }

    synchronized double median() {
        List<Double> sorted = millis.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.isEmpty() ? Double.NaN : sorted.size() % 2 == 1 ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median and, in brackets, least and most. */
    String spread(double divisor) {
        return "%s (%s–%s)".formatted(Report.number(median() / divisor), Report.number(percentile(0) / divisor),
                Report.number(percentile(100) / divisor));
    }
}
