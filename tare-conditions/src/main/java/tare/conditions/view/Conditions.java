package tare.conditions.view;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;

/// The conditions of a job: one global tag as of one commit, at any moment. A consumer's
/// combination is made once per interval, however many calls and threads ask for it; consumers see
/// nothing of the store.
///
/// Thread-safe; usable as long as the store is open.
public final class Conditions {
    private final Function<Moment, GlobalView> views;
    private final Map<Combination<?>, Intervals> made = new ConcurrentHashMap<>();

    /// @param views all of the same global tag and sequence
    public Conditions(Function<Moment, GlobalView> views) {
        this.views = views;
    }

    public GlobalView at(Moment moment) {
        return views.apply(moment);
    }

    /// What a combination makes of the constants at a moment.
    ///
    /// @throws MissingConditionsException if something that it needs is not valid
    public <T> T get(Moment moment, Combination<T> combination) {
        Intervals intervals = made.computeIfAbsent(combination, _ -> new Intervals());
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> there = intervals.at(moment, combination, mine, this);
        if (there == mine) {
            make(moment, combination, intervals, mine);
        }
        @SuppressWarnings("unchecked") // under a combination only its own results are kept
        T value = (T) joined(there);
        return value;
    }

    private <T> void make(
            Moment moment,
            Combination<T> combination,
            Intervals intervals,
            CompletableFuture<Object> mine) {
        try {
            mine.complete(combination.make().apply(at(moment)));
        } catch (RuntimeException | Error e) {
            intervals.remove(mine);
            mine.completeExceptionally(e);
        }
    }

    private static Object joined(CompletableFuture<Object> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /// What was made, by begin of its interval.
    private static final class Intervals {
        private record Made(long until, CompletableFuture<Object> value) {}

        private final TreeMap<Long, Made> bySince = new TreeMap<>();

        /// @return what is there for the moment, or `mine`, which is kept from now on
        synchronized CompletableFuture<Object> at(
                Moment moment,
                Combination<?> combination,
                CompletableFuture<Object> mine,
                Conditions conditions) {
            var before = bySince.floorEntry(moment.value());
            if (before != null && moment.value() < before.getValue().until()) {
                return before.getValue().value();
            }
            IntervalOfValidity valid = conditions.at(moment).valid(combination.labels());
            bySince.put(valid.since(), new Made(valid.until(), mine));
            return mine;
        }

        synchronized void remove(CompletableFuture<Object> failed) {
            bySince.values().removeIf(one -> one.value() == failed);
        }
    }
}
