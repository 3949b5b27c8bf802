package tare.synthetic.pixel;

import java.util.List;
import java.util.stream.IntStream;
import tare.detectors.pixel.gain.GainScan;

/// Scans to simulate.
public final class ScanPresets {
    /// The production scan on every tenth row: 8 of 80 rows, 10,440 events, a tenth of the data.
    /// Other pixels are never pulsed and have no data.
    public static final GainScan DEMO = productionOnRows(5, 10);

    /// The production scan on two rows: 18 patterns, 2,610 events.
    public static final GainScan SMALL = productionOnRows(20, 40);

    private ScanPresets() {}

    private static GainScan productionOnRows(int first, int step) {
        List<List<Integer>> rows =
                IntStream.iterate(first, row -> row < 80, row -> row + step)
                        .mapToObj(List::of)
                        .toList();
        return new GainScan(
                GainScan.PRODUCTION.vcal(),
                GainScan.PRODUCTION.range(),
                GainScan.PRODUCTION.repeat(),
                GainScan.PRODUCTION.columnGroups(),
                rows);
    }
}
