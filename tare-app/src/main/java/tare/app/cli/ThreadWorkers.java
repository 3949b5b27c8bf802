package tare.app.cli;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tare.detectors.pixel.gain.Workers;

/// Tasks on a fixed number of threads.
final class ThreadWorkers implements Workers, AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    /// @param threads 1 or more
    ThreadWorkers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads must be 1 or more, got " + threads);
        }
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public <T> void run(List<T> items, Consumer<T> task) {
        List<? extends Future<?>> running =
                items.stream().map(item -> executor.submit(() -> task.accept(item))).toList();
        RuntimeException first = null;
        for (Future<?> future : running) {
            try {
                result(future);
            } catch (RuntimeException e) {
                if (first == null) first = e;
            }
        }
        if (first != null) throw first;
    }

    @Override
    public <T> Supplier<T> start(Supplier<T> task) {
        Future<T> future = executor.submit(task::get);
        return () -> result(future);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
