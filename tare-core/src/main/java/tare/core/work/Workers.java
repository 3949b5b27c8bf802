package tare.core.work;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs independent tasks, on however many threads its maker allows.
public interface Workers {
    /// Threads that run at once.
    int threads();

    /// Runs a task for every item and returns when all are done.
    ///
    /// @throws RuntimeException the first failure of a task, after all others ended; an Error
    /// likewise
    <T> void run(List<T> items, Consumer<T> task);

    /// Begins a task, beside others if there are threads; asking for its result waits for it.
    default <T> Supplier<T> start(Supplier<T> task) {
        T result = task.get();
        return () -> result;
    }

    /// Runs one after the other, on the calling thread.
    static Workers onCallingThread() {
        return new Workers() {
            @Override
            public int threads() {
                return 1;
            }

            @Override
            public <T> void run(List<T> items, Consumer<T> task) {
                items.forEach(task);
            }
        };
    }
}
