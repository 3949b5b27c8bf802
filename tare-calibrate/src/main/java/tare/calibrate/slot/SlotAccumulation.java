package tare.calibrate.slot;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tare.calibrate.accumulate.Accumulator;
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
public final class SlotAccumulation<A extends Accumulator<A, ?>> {
    /// Takes a finished slot; what it throws ends the accumulation.
    @FunctionalInterface
    public interface Finished<A extends Accumulator<A, ?>> {
        /// @param sums of the slot, given away
        /// @param after where to go on once the slot is taken
        void take(Slot slot, A sums, SlotState<A> after);
    }

    private static final Comparator<Key> ORDER =
            Comparator.comparingLong(Key::time).thenComparing(Key::name);

    private final Slots slots;
    private final SlotSums<A> kind;
    private final Finished<A> finished;
    private final Watermark start;
    private final TreeMap<Key, SlotInput<A>> waiting = new TreeMap<>(ORDER);

    private A sums;
    private @Nullable Slot open;
    private SlotTally tally;
    private long seen;
    private long contained;
    private long line;
    private long closed;
    private long origin;
    private long newest = -1;
    private long delivered = -1;
    private boolean lacking; // of statistics, since the last input was added
    private boolean broken;

    private record Key(long time, String name) {}

    /// An accumulation that goes on from a state, whose sums are given away. The source must
    /// deliver again what came from the state's `resume` on.
    public SlotAccumulation(
            Slots slots, SlotSums<A> kind, SlotState<A> from, Finished<A> finished) {
        this.slots = slots;
        this.kind = kind;
        this.finished = finished;
        start = from.watermark();
        sums = from.sums();
        open = from.open().orElse(null);
        tally = from.tally();
        seen = start.seen();
        contained = start.contained();
        line = start.line();
        closed = start.closed();
        origin = start.origin();
    }

    /// An accumulation that begins.
    public SlotAccumulation(Slots slots, SlotSums<A> kind, Finished<A> finished) {
        this(slots, kind, SlotState.start(kind), finished);
    }

    /// Takes the next input of the source, and finishes the slots that nothing can be added to any
    /// more.
    ///
    /// @throws IllegalArgumentException if its position is not beyond the last one's
    public Arrival add(SlotInput<A> input) {
        requireWhole();
        if (input.position() <= delivered || input.position() < start.resume()) {
            throw new IllegalArgumentException(
                    "input %s has position %s; the source must go on after %s"
                            .formatted(
                                    input.name(),
                                    input.position(),
                                    Math.max(delivered, start.resume() - 1)));
        }
        broken = true;
        Arrival arrival = arrive(input);
        delivered = input.position();
        seen = Math.max(seen, input.position() + 1);
        newest = Math.max(newest, input.time());
        line = Math.max(line, input.time() - slots.maxDelay());
        // What was waiting before a restart must be together again before its turn comes.
        if (!isRedelivering()) addBefore(line);
        broken = false;
        return arrival;
    }

    private boolean isRedelivering() {
        return start.resume() < start.seen() && delivered + 1 < start.seen();
    }

    private Arrival arrive(SlotInput<A> input) {
        boolean again = input.position() < start.seen();
        if (again && input.time() < contained) return new Arrival.Known(input.name());
        if (!again && input.time() < line) return late(input);
        if (waiting.putIfAbsent(new Key(input.time(), input.name()), input) == null) {
            return new Arrival.Accepted(input.name());
        }
        if (!again) tally = tally.plusRepeated();
        return new Arrival.Repeated(input.name(), input.time());
    }

    private Arrival late(SlotInput<A> input) {
        A apart = kind.empty();
        input.content().accept(apart);
        long samples = SlotSums.samples(apart);
        tally = tally.plusLate(samples);
        return new Arrival.Late(input.name(), input.time(), line - input.time(), samples);
    }

    /// Waits for nothing any more, and finishes the open slot if it has its statistics. One that
    /// has not stays open: its sums go on in the next run.
    public void endOfRun() {
        end(slots.enough());
    }

    /// As [#endOfRun], but finishes the open slot with whatever it has.
    public void closeAnyway() {
        end(MinimumStatistics.NONE);
    }

    private void end(MinimumStatistics enough) {
        requireWhole();
        if (isRedelivering()) {
            throw new IllegalStateException(
                    "the source ended at position %s; before the restart it had got to %s"
                            .formatted(delivered, start.seen() - 1));
        }
        broken = true;
        line = Math.max(line, newest + 1);
        addBefore(line);
        if (open != null && enough.isReached(sums)) finish(line);
        broken = false;
    }

    /// Adds all that waits and is older than this.
    private void addBefore(long time) {
        while (!waiting.isEmpty() && waiting.firstKey().time() < time) {
            long next = waiting.firstKey().time();
            contained = Math.max(contained, next);
            finishBefore(next);
            addAllOf(next);
        }
        contained = Math.max(contained, time);
        finishBefore(time);
    }

    private void finishBefore(long time) {
        if (open == null || open.valid().until() > time || lacking) return;
        lacking = !slots.enough().isReached(sums);
        if (!lacking) finish(open.valid().until());
    }

    private void addAllOf(long time) {
        while (!waiting.isEmpty() && waiting.firstKey().time() == time) {
            waiting.pollFirstEntry().getValue().content().accept(sums);
            open = open == null ? opened(time) : extended(open, time).withInputAt(time);
            tally = tally.plusAdded();
        }
        lacking = false;
        contained = time + 1;
        boolean endsItself = slots.end() instanceof SlotEnd.Enough;
        if (endsItself && slots.enough().isReached(sums)) finish(time + 1);
    }

    private Slot opened(long time) {
        boolean first = origin < 0;
        if (first) origin = Grid.of(slots, time).origin();
        long since = first ? time : Math.max(grid().since(time), closed);
        long until = first ? grid().firstUntil(time) : grid().until(time);
        return new Slot(new IntervalOfValidity(slots.axis(), since, until), time, time, 1);
    }

    /// A slot that lacked statistics at its end goes on as one with the slot of this time.
    private Slot extended(Slot slot, long time) {
        return time < slot.valid().until() ? slot : slot.until(grid().until(time));
    }

    private Grid grid() {
        return new Grid(slots.axis(), slots.end(), origin);
    }

    private void finish(long until) {
        Slot slot = Objects.requireNonNull(open).until(until);
        A done = sums;
        sums = kind.empty();
        open = null;
        closed = until;
        tally = tally.plusFinished();
        finished.take(slot, done, state());
    }

    /// Where this accumulation is; the sums are its own, and change with the next input.
    public SlotState<A> state() {
        long resume = waiting.values().stream().mapToLong(SlotInput::position).min().orElse(seen);
        if (isRedelivering()) resume = start.resume();
        return new SlotState<>(
                new Watermark(resume, seen, contained, line, closed, origin),
                Optional.ofNullable(open),
                tally,
                sums);
    }

    /// How many inputs wait for their time to pass.
    public int waiting() {
        return waiting.size();
    }

    private void requireWhole() {
        if (broken) {
            throw new IllegalStateException(
                    "an exception left the sums incomplete; resume from the last state kept");
        }
    }
}
