package id.lindungdesa.workflow;

import java.util.function.Supplier;

/** Marks what our own code asks of the engine, as against what came through a door. */
final class Trust {

    private static final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    private Trust() {}

    static boolean given() {
        return depth.get() > 0;
    }

    static <T> T in(Supplier<T> work) {
        depth.set(depth.get() + 1);
        try {
            return work.get();
        } finally {
            depth.set(depth.get() - 1);
        }
    }

    static void in(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }
}
