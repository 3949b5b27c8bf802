package tare.calibrate.slot;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tare.core.time.IntervalOfValidity;

/// Sorts inputs into slots and adds them up.
///
/// Inputs wait until their time has passed the window and are added in the order of time and name,
/// whatever the order of arrival. So there is never more than one open slot, and its sums are, bit
/// by bit, those of one accumulator that got the same inputs in order.
///
/// Not thread-safe. After an exception the sums may be half of something: it refuses further work,
/// and a new one resumes from the last state that was kept.
///
/// @param <A> the accumulator
public final class SlotAccumulation<A> {
    /// Takes a finished slot; what it throws ends the accumulation.
    @FunctionalInterface
    public interface Finished<A> {
        /// @param sums of the slot, given away
        /// @param after where to go on once the slot is taken
        void take(Slot slot, A sums, SlotState<A> after) throws IOException;
    }

    private static final Comparator<Key> ORDER =
            Comparator.comparingLong(Key::time).thenComparing(Key::name);

    private final Slots slots;
    private final SlotSums<A> kind;
    private final Finished<A> finished;
    private final TreeMap<Key, SlotInput<A>> waiting = new TreeMap<>(ORDER);

    private A sums;
    private @Nullable Slot open;
    private SlotTally tally;
    private long seen;
    private long contained;
    private long line;
    private long newest = -1;
    private long closed;
    private long origin;
    private long delivered = -1;
    private boolean broken;

    private record Key(long time, String name) {}

    /// An accumulation that goes on from a state; its sums are given away.
    public SlotAccumulation(
            Slots slots, SlotSums<A> kind, SlotState<A> from, Finished<A> finished) {
        this.slots = slots;
        this.kind = kind;
        this.finished = finished;
        sums = from.sums();
        open = from.open().orElse(null);
        tally = from.tally();
        Watermark watermark = from.watermark();
        seen = watermark.seen();
        contained = watermark.contained();
        line = watermark.line();
        closed = watermark.closed();
        origin = watermark.origin();
    }

    /// An accumulation that begins.
    public SlotAccumulation(Slots slots, SlotSums<A> kind, Finished<A> finished) {
        this(slots, kind, SlotState.start(kind), finished);
    }

    /// Takes the next input of the source, and finishes the slots that nothing can be added to any
    /// more.
    ///
    /// @throws IllegalArgumentException if its position is not beyond the last one's
    /// @throws IOException if an input's content cannot be read
    public Arrival add(SlotInput<A> input) throws IOException {
        requireWhole();
        if (input.position() <= delivered) {
            throw new IllegalArgumentException(
                    "input %s has position %d, after %d: a source delivers in one order"
                            .formatted(input.name(), input.position(), delivered));
        }
        broken = true;
        Arrival arrival = arrive(input);
        delivered = input.position();
        seen = Math.max(seen, input.position() + 1);
        newest = Math.max(newest, input.time());
        line = Math.max(line, input.time() - slots.maxDelay());
        addBefore(line);
        broken = false;
        return arrival;
    }

    private Arrival arrive(SlotInput<A> input) throws IOException {
        boolean again = input.position() < seen;
        if (again && input.time() < contained) return new Arrival.Known(input.name());
        if (input.time() < line) {
            if (!again) return late(input);
        }
        var key = new Key(input.time(), input.name());
        if (waiting.putIfAbsent(key, input) == null) return new Arrival.Accepted(input.name());
        if (!again) tally = tally.plusRepeated();
        return new Arrival.Repeated(input.name(), input.time());
    }

    private Arrival late(SlotInput<A> input) throws IOException {
        A apart = kind.empty();
        input.content().addTo(apart);
        long samples = 0;
        for (int i = 0; i < kind.channels(); i++) samples += kind.entries(apart, i);
        tally = tally.plusLate(samples);
        return new Arrival.Late(input.name(), input.time(), line - input.time(), samples);
    }

    /// Waits for nothing any more, and finishes the open slot if it has its statistics. One that
    /// has not stays open: its sums go on in the next run.
    public void endOfRun() throws IOException {
        flush();
        if (open != null && slots.enough().isReached(kind, sums)) guarded(() -> finish(line));
    }

    /// As [#endOfRun], but finishes the open slot with what it has.
    public void closeAnyway() throws IOException {
        flush();
        if (open != null) guarded(() -> finish(line));
    }

    private void flush() throws IOException {
        requireWhole();
        guarded(
                () -> {
                    line = Math.max(line, newest + 1);
                    addBefore(line);
                });
    }

    /// Adds all that waits and is older than this.
    private void addBefore(long time) throws IOException {
        while (!waiting.isEmpty() && waiting.firstKey().time() < time) {
            long next = waiting.firstKey().time();
            contained = Math.max(contained, next);
            finishBefore(next);
            addAllOf(next);
        }
        contained = Math.max(contained, time);
        finishBefore(time);
    }

    private void finishBefore(long time) throws IOException {
        Slot slot = open;
        if (slot == null || slot.valid().until() > time) return;
        if (slots.enough().isReached(kind, sums)) finish(slot.valid().until());
    }

    private void addAllOf(long time) throws IOException {
        while (!waiting.isEmpty() && waiting.firstKey().time() == time) {
            Map.Entry<Key, SlotInput<A>> next = waiting.pollFirstEntry();
            next.getValue().content().addTo(sums);
            tally = tally.plusAdded();
            open = open == null ? opened(time) : extended(open, time).withInputAt(time);
        }
        contained = time + 1;
        boolean endsItself = slots.end() instanceof SlotEnd.Enough;
        if (endsItself && slots.enough().isReached(kind, sums)) finish(time + 1);
    }

    private Slot opened(long time) {
        boolean first = origin < 0;
        if (first) origin = Grid.of(slots, time).origin();
        var grid = new Grid(slots.axis(), slots.end(), origin);
        long since = first ? time : Math.max(grid.since(time), closed);
        long until = first ? grid.firstUntil(time) : grid.until(time);
        return new Slot(new IntervalOfValidity(slots.axis(), since, until), time, time, 1);
    }

    /// A slot that lacked statistics at its end goes on as one with the slot of this time.
    private Slot extended(Slot slot, long time) {
        if (time < slot.valid().until()) return slot;
        return slot.until(new Grid(slots.axis(), slots.end(), origin).until(time));
    }

    private void finish(long until) throws IOException {
        Slot slot = java.util.Objects.requireNonNull(open).until(until);
        A done = sums;
        sums = kind.empty();
        open = null;
        closed = until;
        tally = tally.plusFinished();
        line = Math.max(line, until);
        finished.take(slot, done, state());
    }

    /// Where this accumulation is; the sums are its own, and change with the next input.
    public SlotState<A> state() {
        long resume =
                waiting.values().stream().mapToLong(SlotInput::position).min().orElse(seen);
        var watermark =
                new Watermark(Math.min(resume, seen), seen, contained, line, closed, origin);
        return new SlotState<>(watermark, Optional.ofNullable(open), tally, sums);
    }

    /// How many inputs wait for their time to pass.
    public int waiting() {
        return waiting.size();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void guarded(Work work) throws IOException {
        broken = true;
        work.run();
        broken = false;
    }

    private void requireWhole() {
        if (broken) {
            throw new IllegalStateException(
                    "an earlier exception left the sums incomplete; resume from the last state kept");
        }
    }
}
