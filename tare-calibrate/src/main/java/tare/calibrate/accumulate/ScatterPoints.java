package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.doubles;
import static tare.calibrate.accumulate.PartialSums.longs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import tare.calibrate.fit.PointColumns;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.channel.FitStatus;
import tare.core.digi.PointSink;
import tare.core.journal.Journal;

/// Points (x, y ± dy) of each channel, in the order in which they came.
///
/// A channel holds as many as the capacity says. Further ones are counted as lost, and a fit must
/// not pass over that: [#status] says so. A point with a number that is not finite, or with a
/// negative error, is refused and counted. Rows of one channel are contiguous.
public final class ScatterPoints implements Accumulator<ScatterPoints, PointColumns>, PointSink {
    private final int capacity;
    private final int[] n;

    /// `[channel][point]`
    private final double[] x;

    private final double[] y;
    private final double[] dy;
    private final long[] lost;
    private final long[] unusable;

    /// @param capacity points that a channel can hold, 1 to 65,536
    public ScatterPoints(int channels, int capacity) {
        if (capacity < 1 || capacity > FieldDefinition.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a channel holds 1 to "
                            + FieldDefinition.MAX_LENGTH
                            + " points, got "
                            + capacity);
        }
        this.capacity = capacity;
        x = new double[PartialSums.cells(channels, capacity)];
        y = new double[x.length];
        dy = new double[x.length];
        n = new int[channels];
        lost = new long[channels];
        unusable = new long[channels];
    }

    private ScatterPoints(Bank bank) {
        capacity = bank.layout().fields().get(bank.layout().index("x")).length();
        n = bank.column("n").toIntArray();
        x = doubles(bank, "x");
        y = doubles(bank, "y");
        dy = doubles(bank, "dy");
        lost = longs(bank, "lost");
        unusable = longs(bank, "unusable");
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double pointX, double pointY, double error) {
        boolean isUsable =
                Double.isFinite(pointX) && Double.isFinite(pointY) && Double.isFinite(error);
        if (!isUsable || error < 0) {
            unusable[channel]++;
        } else if (n[channel] == capacity) {
            lost[channel]++;
        } else {
            int at = channel * capacity + n[channel]++;
            x[at] = pointX;
            y[at] = pointY;
            dy[at] = error;
        }
    }

    public int capacity() {
        return capacity;
    }

    /// Points that a channel holds.
    @Override
    public long count(int channel) {
        return n[channel];
    }

    /// @throws IndexOutOfBoundsException if the channel has no such point
    public double x(int channel, int point) {
        return x[at(channel, point)];
    }

    /// @throws IndexOutOfBoundsException if the channel has no such point
    public double y(int channel, int point) {
        return y[at(channel, point)];
    }

    /// @throws IndexOutOfBoundsException if the channel has no such point
    public double dy(int channel, int point) {
        return dy[at(channel, point)];
    }

    private int at(int channel, int point) {
        return channel * capacity + Objects.checkIndex(point, n[channel]);
    }

    /// Points that found no room.
    public long lost(int channel) {
        return lost[channel];
    }

    /// Points that were lost or unusable.
    @Override
    public long refused(int channel) {
        return lost[channel] + unusable[channel];
    }

    /// Lost points read as out of range, like the entries that a histogram has no bin for.
    @Override
    public FitStatus status(int channel) {
        if (lost[channel] > 0) return FitStatus.OUT_OF_HISTOGRAM_RANGE;
        return Accumulator.super.status(channel);
    }

    @Override
    public int channels() {
        return n.length;
    }

    @Override
    public PointColumns columns() {
        return PointColumns.byChannel(n, capacity, x, y, dy);
    }

    /// Appends the other's points to ours, as far as they fit.
    @Override
    public void merge(ScatterPoints other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        if (capacity != other.capacity) {
            throw new IllegalArgumentException(
                    "cannot merge channels of "
                            + other.capacity
                            + " points into channels of "
                            + capacity);
        }
        for (int channel = 0; channel < n.length; channel++) append(channel, other);
        PartialSums.add(lost, other.lost);
        PartialSums.add(unusable, other.unusable);
    }

    private void append(int channel, ScatterPoints other) {
        int from = channel * capacity;
        int to = from + n[channel];
        int fits = Math.min(other.n[channel], capacity - n[channel]);
        System.arraycopy(other.x, from, x, to, fits);
        System.arraycopy(other.y, from, y, to, fits);
        System.arraycopy(other.dy, from, dy, to, fits);
        n[channel] += fits;
        lost[channel] += other.n[channel] - fits;
    }

    @Override
    public void clear() {
        Arrays.fill(n, 0);
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        Arrays.fill(dy, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(unusable, 0);
    }

    @Override
    public ScatterPoints empty() {
        return new ScatterPoints(channels(), capacity);
    }

    private static BankLayout layout(int capacity) {
        return new BankLayout(
                "partial-scat",
                1,
                List.of(
                        new FieldDefinition("n", "1", FieldType.I32),
                        new FieldDefinition("x", "1", FieldType.F64, capacity),
                        new FieldDefinition("y", "1", FieldType.F64, capacity),
                        new FieldDefinition("dy", "1", FieldType.F64, capacity),
                        counter("lost"),
                        counter("unusable")));
    }

    @Override
    public Bank toBank(ChannelSet channels, Journal journal) {
        var columns =
                List.of(
                        Column.of(n.clone()),
                        Column.of(x.clone()),
                        Column.of(y.clone()),
                        Column.of(dy.clone()),
                        Column.of(lost.clone()),
                        Column.of(unusable.clone()));
        return PartialSums.write(
                layout(capacity), new TreeMap<>(), channels, columns, channels(), journal);
    }

    /// The accumulator that [#toBank] wrote.
    ///
    /// @throws IllegalArgumentException if the bank holds other partial sums, or constants
    public static ScatterPoints fromBank(Bank bank) {
        PartialSums.require(bank, "partial-scat");
        var points = new ScatterPoints(bank);
        PartialSums.require(bank, layout(points.capacity));
        return points;
    }
}
