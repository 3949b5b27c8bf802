package tare.calibrate.graph;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tare.core.work.Workers;

/// Workers on so many threads.
record Threads(int threads) implements Workers {
    @Override
    public <T> void run(List<T> items, Consumer<T> task) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var futures = items.stream().map(item -> pool.submit(() -> task.accept(item))).toList();
            for (var future : futures) future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
