package tare.detectors.pixel.gain;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.PixelDecoder;

/// The settings of a gain scan: which pixels are pulsed together, with which charges, how often.
///
/// Events are numbered from 1. Every pair of a row group and a column group is a pattern; column
/// groups vary fastest. Within a pattern the VCal settings follow each other in list order, each
/// `repeat` times. Source: SiPixelCalibConfiguration of CMSSW. Immutable.
///
/// @param vcal settings of the calibration pulse, in order [DAC counts, 0 to 255]
/// @param repeat triggers per setting
/// @param columnGroups columns of a ROC, 0 to 51, that are pulsed together
/// @param rowGroups rows of a ROC, 0 to 79, that are pulsed together
public record GainScan(
        List<Integer> vcal,
        VcalRange range,
        int repeat,
        List<List<Integer>> columnGroups,
        List<List<Integer>> rowGroups) {
    /// The fit of the reference takes this many points at most.
    public static final int MAX_POINTS = 200;

    /// Settings of the published calibrations (gain_calib_cfg.py): 29 charges, 5 triggers, 9 column
    /// groups, one row at a time; 104,400 events.
    public static final GainScan PRODUCTION =
            new GainScan(
                    List.of(
                            6, 8, 10, 12, 14, 15, 16, 17, 18, 21, 24, 28, 35, 42, 49, 56, 63, 70,
                            77, 84, 91, 98, 105, 112, 119, 126, 133, 140, 160),
                    VcalRange.HIGH,
                    5,
                    productionColumns(),
                    IntStream.range(0, RocPixel.ROWS).mapToObj(List::of).toList());

    public GainScan {
        vcal = List.copyOf(vcal);
        columnGroups = columnGroups.stream().map(List::copyOf).toList();
        rowGroups = rowGroups.stream().map(List::copyOf).toList();
        if (vcal.isEmpty() || vcal.size() > MAX_POINTS) {
            throw new IllegalArgumentException(
                    "a scan has 1 to " + MAX_POINTS + " VCal settings, got " + vcal.size());
        }
        requireWithin("VCal", vcal, 255);
        if (repeat < 1) throw new IllegalArgumentException("repeat must be > 0, got " + repeat);
        requireGroups("column", columnGroups, RocPixel.COLUMNS - 1);
        requireGroups("row", rowGroups, RocPixel.ROWS - 1);
        long events = (long) vcal.size() * repeat * columnGroups.size() * rowGroups.size();
        if (events > FedHeader.MAX_EVENT) {
            throw new IllegalArgumentException(
                    events + " events do not fit the 24-bit event number of a FED header");
        }
    }

    /// Every fourth column, then the next ones: 9 groups of up to 6.
    private static List<List<Integer>> productionColumns() {
        List<Integer> order =
                IntStream.range(0, 4)
                        .flatMap(first -> IntStream.range(0, 13).map(i -> first + 4 * i))
                        .boxed()
                        .toList();
        return IntStream.iterate(0, from -> from < order.size(), from -> from + 6)
                .mapToObj(from -> order.subList(from, Math.min(from + 6, order.size())))
                .toList();
    }

    private static void requireWithin(String what, List<Integer> values, int max) {
        for (int value : values) {
            if (value < 0 || value > max) {
                throw new IllegalArgumentException(what + " must be 0.." + max + ", got " + value);
            }
        }
    }

    private static void requireGroups(String what, List<List<Integer>> groups, int max) {
        if (groups.isEmpty())
            throw new IllegalArgumentException("a scan needs " + what + " groups");
        for (List<Integer> group : groups) {
            requireWithin(what, group, max);
            if (group.isEmpty())
                throw new IllegalArgumentException("a " + what + " group is empty");
        }
        List<Integer> all = groups.stream().flatMap(List::stream).toList();
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("a " + what + " is in two groups: " + groups);
        }
    }

    public int points() {
        return vcal.size();
    }

    public int patterns() {
        return columnGroups.size() * rowGroups.size();
    }

    public int eventsPerPattern() {
        return points() * repeat;
    }

    public int events() {
        return patterns() * eventsPerPattern();
    }

    /// Whether an event belongs to the scan.
    public boolean contains(long event) {
        return event >= 1 && event <= events();
    }

    /// Pattern of an event that belongs to the scan.
    public int pattern(long event) {
        return (int) ((event - 1) / eventsPerPattern());
    }

    /// Index of the VCal setting of an event that belongs to the scan.
    public int point(long event) {
        return (int) ((event - 1) % eventsPerPattern()) / repeat;
    }

    public List<Integer> columns(int pattern) {
        return columnGroups.get(pattern % columnGroups.size());
    }

    public List<Integer> rows(int pattern) {
        return rowGroups.get(pattern / columnGroups.size());
    }

    /// The pattern in which a pixel of a ROC is pulsed, or -1.
    public int patternOf(int row, int column) {
        for (int pattern = 0; pattern < patterns(); pattern++) {
            if (rows(pattern).contains(row) && columns(pattern).contains(column)) return pattern;
        }
        return -1;
    }

    /// The pixels of a pattern in slot order, numbered as in [PixelDecoder#pixel].
    int[] pixels(int pattern) {
        return rows(pattern).stream()
                .flatMapToInt(
                        row -> columns(pattern).stream().mapToInt(c -> PixelDecoder.pixel(row, c)))
                .toArray();
    }

    /// Slot of a pixel among those of its pattern in a ROC.
    int slot(int pattern, int row, int column) {
        return rows(pattern).indexOf(row) * columns(pattern).size()
                + columns(pattern).indexOf(column);
    }

    /// VCal settings as numbers, for a [ChargeAxis].
    double[] vcalValues() {
        return vcal.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /// The charge axis of a module with these VCal constants.
    public ChargeAxis axis(float slope, float offset) {
        return new ChargeAxis(vcalValues(), range.factor(), slope, offset);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d VCal settings (%s range), %d triggers each, %d patterns, %,d events",
                points(),
                range.name().toLowerCase(Locale.ROOT),
                repeat,
                patterns(),
                events());
    }
}
