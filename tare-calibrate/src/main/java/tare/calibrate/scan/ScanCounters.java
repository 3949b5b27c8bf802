package tare.calibrate.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tare.core.digi.DigiBatch;

/// n, Σx and Σx² of 8-bit values for every point and slot of one pattern.
///
/// A cell is one packed `long`: n in bits 48–63, Σx in 24–47, Σx² in 0–23. Cells are point-major:
/// the slots of a point are contiguous, so an event touches a few kilobytes and a fit loads a point
/// of many channels at once. Before a packed field can overflow (at n = 258) the cell's content is
/// moved to wide counters, so nothing is lost for any number of samples. One writer.
public final class ScanCounters {
    /// Largest value that a cell can add.
    public static final int MAX_VALUE = 255;

    private static final int SUM_SHIFT = 24;
    private static final int COUNT_SHIFT = 48;
    private static final long FIELD_MASK = 0xFF_FFFFL;

    /// Cells are moved once n has reached 128: after at most this many further hits n is at most
    /// 255, and 255 · 255² still fits into 24 bits.
    public static final int STEP_HITS = 128;

    private static final long NEEDS_SPILL = (long) STEP_HITS << COUNT_SHIFT;

    private static final long[] INCREMENT = increments();

    private final int points;
    private final int slots;
    private final long[] cells;

    /// n, Σx, Σx² of the cells that outgrew packing, three per cell.
    private long @Nullable [] wide;

    public ScanCounters(int points, int slots) {
        if (points < 1 || slots < 0) {
            throw new IllegalArgumentException(
                    "points must be > 0 and slots >= 0, got "
                            + points
                            + " points of "
                            + slots
                            + " slots");
        }
        this.points = points;
        this.slots = slots;
        this.cells = new long[Math.multiplyExact(points, slots)];
    }

    private static long[] increments() {
        long[] increments = new long[MAX_VALUE + 1];
        Arrays.setAll(increments, ScanCounters::increment);
        return increments;
    }

    /// What a value adds to a cell.
    ///
    /// @param value 0 to 255
    public static long increment(int value) {
        return 1L << COUNT_SHIFT | (long) value << SUM_SHIFT | (long) value * value;
    }

    /// The cells themselves, for a loop that resolves and adds in one go: the cell of a slot is at
    /// `row(point) + slot`. Such a loop adds at most [#STEP_HITS] hits of one point and then calls
    /// [#settle].
    public long[] cells() {
        return cells;
    }

    /// Index of a point's first cell.
    public int row(int point) {
        return point * slots;
    }

    /// Ends a step of up to [#STEP_HITS] hits at a point.
    ///
    /// @param seen all cells that were written, or'ed together
    public void settle(int point, long seen) {
        if ((seen & NEEDS_SPILL) != 0) spill(point);
    }

    public int points() {
        return points;
    }

    /// Slots of a point: groups times slots per group.
    public int slots() {
        return slots;
    }

    /// Adds hits taken at a point.
    ///
    /// @param hits channels as the table numbers them, with groups below `slots / slotsPerGroup`;
    ///     values 0 to 255
    /// @param offPattern per group, the number of hits at places that the pattern does not
    ///     stimulate; added to
    /// @return hits counted in cells
    /// @throws IndexOutOfBoundsException if there is no such point, or a value does not fit
    public int add(int point, DigiBatch hits, SlotTable table, long[] offPattern) {
        Objects.checkIndex(point, points);
        int counted = 0;
        for (int from = 0; from < hits.size; from += STEP_HITS) {
            int until = Math.min(from + STEP_HITS, hits.size);
            counted += addStep(point, hits, from, until, table, offPattern);
        }
        return counted;
    }

    private int addStep(
            int point, DigiBatch hits, int from, int until, SlotTable table, long[] offPattern) {
        int[] channel = hits.channel;
        int[] value = hits.value;
        short[] slotOfPlace = table.slotOfPlace;
        int placeBits = table.placeBits;
        int placeMask = slotOfPlace.length - 1;
        int slotsPerGroup = table.slotsPerGroup;
        int base = point * slots;
        long seen = 0;
        int off = 0;
        for (int i = from; i < until; i++) {
            int group = channel[i] >>> placeBits;
            int slot = slotOfPlace[channel[i] & placeMask];
            if (slot < 0) {
                offPattern[group]++;
                off++;
                continue;
            }
            int at = base + group * slotsPerGroup + slot;
            long cell = cells[at] + INCREMENT[value[i]];
            cells[at] = cell;
            seen |= cell;
        }
        settle(point, seen);
        return until - from - off;
    }

    private void spill(int point) {
        if (wide == null) wide = new long[3 * cells.length];
        for (int at = point * slots; at < (point + 1) * slots; at++) {
            long cell = cells[at];
            if ((cell & NEEDS_SPILL) != 0) {
                wide[3 * at] += cell >>> COUNT_SHIFT;
                wide[3 * at + 1] += cell >>> SUM_SHIFT & FIELD_MASK;
                wide[3 * at + 2] += cell & FIELD_MASK;
                cells[at] = 0;
            }
        }
    }

    /// Both are checked: a slot too high would be one of the next point.
    private int cell(int point, int slot) {
        return Objects.checkIndex(point, points) * slots + Objects.checkIndex(slot, slots);
    }

    /// Number of values at a point of a slot.
    ///
    /// @throws IndexOutOfBoundsException if there is no such point or slot
    public long count(int point, int slot) {
        int at = cell(point, slot);
        return (cells[at] >>> COUNT_SHIFT) + (wide == null ? 0 : wide[3 * at]);
    }

    /// Sum of the values at a point of a slot.
    ///
    /// @throws IndexOutOfBoundsException if there is no such point or slot
    public long sum(int point, int slot) {
        int at = cell(point, slot);
        return (cells[at] >>> SUM_SHIFT & FIELD_MASK) + (wide == null ? 0 : wide[3 * at + 1]);
    }

    /// Sum of the squares of the values at a point of a slot.
    ///
    /// @throws IndexOutOfBoundsException if there is no such point or slot
    public long sumOfSquares(int point, int slot) {
        int at = cell(point, slot);
        return (cells[at] & FIELD_MASK) + (wide == null ? 0 : wide[3 * at + 2]);
    }

    /// Copies a point of neighbouring slots into columns, as the single-precision numbers that fits
    /// start from. Packed fields have 24 bits at most, so only spilled cells are rounded.
    ///
    /// @param count slots to copy, to indexes `0 .. count - 1`
    /// @throws IndexOutOfBoundsException if there is no such point, or not so many slots
    public void load(int point, int firstSlot, int count, float[] n, float[] sum, float[] squares) {
        Objects.checkIndex(point, points);
        Objects.checkFromIndexSize(firstSlot, count, slots);
        if (wide != null) {
            loadWide(point, firstSlot, count, n, sum, squares);
            return;
        }
        int from = point * slots + firstSlot;
        for (int i = 0; i < count; i++) n[i] = (int) (cells[from + i] >>> COUNT_SHIFT);
        for (int i = 0; i < count; i++) {
            sum[i] = (int) (cells[from + i] >>> SUM_SHIFT & FIELD_MASK);
        }
        for (int i = 0; i < count; i++) squares[i] = (int) (cells[from + i] & FIELD_MASK);
    }

    private void loadWide(
            int point, int firstSlot, int count, float[] n, float[] sum, float[] squares) {
        for (int i = 0; i < count; i++) {
            n[i] = count(point, firstSlot + i);
            sum[i] = sum(point, firstSlot + i);
            squares[i] = sumOfSquares(point, firstSlot + i);
        }
    }

    /// Adds the counters of another accumulation of the same pattern.
    ///
    /// @throws IllegalArgumentException if points or slots differ
    public void merge(ScanCounters other) {
        if (other.points != points || other.slots != slots) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "cannot add %d points of %d slots to %d points of %d slots",
                            other.points,
                            other.slots,
                            points,
                            slots));
        }
        for (int point = 0; point < points; point++) {
            for (int slot = 0; slot < slots; slot++) mergeCell(other, point, slot);
        }
    }

    private void mergeCell(ScanCounters other, int point, int slot) {
        int at = point * slots + slot;
        long n = count(point, slot) + other.count(point, slot);
        if (n < STEP_HITS) {
            cells[at] += other.cells[at];
            return;
        }
        if (wide == null) wide = new long[3 * cells.length];
        long sum = sum(point, slot) + other.sum(point, slot);
        long squares = sumOfSquares(point, slot) + other.sumOfSquares(point, slot);
        wide[3 * at] = n;
        wide[3 * at + 1] = sum;
        wide[3 * at + 2] = squares;
        cells[at] = 0;
    }

    /// Forgets everything.
    public void clear() {
        Arrays.fill(cells, 0);
        wide = null;
    }
}
