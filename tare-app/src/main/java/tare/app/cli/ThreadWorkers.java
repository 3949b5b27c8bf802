package tare.app.cli;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tare.core.work.Workers;

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
        ExecutionException first = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (first == null) first = e;
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        if (first != null) throw unchecked(first);
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
            throw unchecked(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// What ended the task, as it was thrown.
    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) throw error;
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
