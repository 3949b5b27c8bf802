package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.PixelDecoder;

class GainScanTest {
    private static final GainScan SMALL =
            new GainScan(
                    List.of(10, 20, 40),
                    VcalRange.LOW,
                    2,
                    List.of(List.of(5, 3), List.of(51)),
                    List.of(List.of(0), List.of(79, 7), List.of(40)));

    @Test
    void hasTheSizesOfTheProductionScan() {
        GainScan scan = GainScan.PRODUCTION;
        assertThat(scan.points()).isEqualTo(29);
        assertThat(scan.patterns()).isEqualTo(720);
        assertThat(scan.eventsPerPattern()).isEqualTo(145);
        assertThat(scan.events()).isEqualTo(104_400);
        assertThat(scan.rowGroups()).hasSize(80).allSatisfy(g -> assertThat(g).hasSize(1));
        assertThat(scan)
                .hasToString(
                        "29 VCal settings (high range), 5 triggers each, 720 patterns, 104,400 events");
    }

    @Test
    void hasTheColumnGroupsOfTheProductionScan() {
        assertThat(GainScan.PRODUCTION.columnGroups())
                .containsExactly(
                        List.of(0, 4, 8, 12, 16, 20),
                        List.of(24, 28, 32, 36, 40, 44),
                        List.of(48, 1, 5, 9, 13, 17),
                        List.of(21, 25, 29, 33, 37, 41),
                        List.of(45, 49, 2, 6, 10, 14),
                        List.of(18, 22, 26, 30, 34, 38),
                        List.of(42, 46, 50, 3, 7, 11),
                        List.of(15, 19, 23, 27, 31, 35),
                        List.of(39, 43, 47, 51));
    }

    @Test
    void pulsesEveryPixelInOnePatternOfTheProductionScan() {
        int[] seen = new int[RocPixel.ROWS * RocPixel.COLUMNS];
        for (int pattern = 0; pattern < 720; pattern++)
            for (int pixel : GainScan.PRODUCTION.pixels(pattern)) seen[pixel]++;
        assertThat(seen).containsOnly(1);
    }

    /// Walks through the scan as the hardware does: column groups fastest, then row groups; in a
    /// pattern every setting in order, every setting `repeat` times.
    @Test
    void agreesWithANaiveEnumerationOfEvents() {
        for (GainScan scan : List.of(SMALL, GainScan.PRODUCTION)) {
            long event = 1;
            int pattern = 0;
            for (List<Integer> rows : scan.rowGroups())
                for (List<Integer> columns : scan.columnGroups()) {
                    assertThat(scan.rows(pattern)).isEqualTo(rows);
                    assertThat(scan.columns(pattern)).isEqualTo(columns);
                    for (int point = 0; point < scan.points(); point++)
                        for (int trigger = 0; trigger < scan.repeat(); trigger++) {
                            if (scan.pattern(event) != pattern || scan.point(event) != point) {
                                throw new AssertionError("event " + event + " of " + scan);
                            }
                            event++;
                        }
                    pattern++;
                }
            assertThat(scan.contains(event - 1)).isTrue();
            assertThat(scan.contains(event)).isFalse();
            assertThat(scan.contains(0)).isFalse();
            assertThat(scan.contains(-1)).isFalse();
            assertThat(scan.events()).isEqualTo(event - 1);
        }
    }

    @Test
    void findsThePatternOfAPixel() {
        assertThat(SMALL.patternOf(0, 3)).isZero();
        assertThat(SMALL.patternOf(7, 51)).isEqualTo(3);
        assertThat(SMALL.patternOf(40, 5)).isEqualTo(4);
        assertThat(SMALL.patternOf(1, 5)).isEqualTo(-1);
        assertThat(SMALL.patternOf(0, 4)).isEqualTo(-1);
    }

    @Test
    void numbersThePixelsOfAPatternRowByRow() {
        assertThat(SMALL.pixels(2))
                .containsExactly(
                        PixelDecoder.pixel(79, 5),
                        PixelDecoder.pixel(79, 3),
                        PixelDecoder.pixel(7, 5),
                        PixelDecoder.pixel(7, 3));
        assertThat(SMALL.slot(2, 7, 5)).isEqualTo(2);
    }

    @Test
    void putsVcalOnTheChargeAxisOfAModule() {
        assertThat(SMALL.axis(50, -60).charges()).containsExactly(440, 940, 1940);
        assertThat(GainScan.PRODUCTION.axis(47, -60).charges()[28]).isEqualTo(160 * 6.5 * 47 - 60);
        assertThat(SMALL.axis(50, -60).minCharge()).isEqualTo(-55);
    }

    @Test
    void refusesWhatIsNoScanAndSaysWhatItGot() {
        List<List<Integer>> one = List.of(List.of(1));
        refuse(List.of(), 1, one, one, "1 to 200 VCal settings, got 0");
        refuse(IntStream.range(0, 201).mapToObj(i -> 1).toList(), 1, one, one, "got 201");
        refuse(List.of(256), 1, one, one, "VCal must be 0..255, got 256");
        refuse(List.of(1), 0, one, one, "repeat must be > 0, got 0");
        refuse(List.of(1), 1, List.of(), one, "a scan needs column groups");
        refuse(List.of(1), 1, List.of(List.of()), one, "a column group is empty");
        refuse(List.of(1), 1, List.of(List.of(52)), one, "column must be 0..51, got 52");
        refuse(List.of(1), 1, one, List.of(List.of(80)), "row must be 0..79, got 80");
        refuse(List.of(1), 1, one, List.of(List.of(3), List.of(3)), "a row is in two groups");
        refuse(List.of(1), 1 << 24, one, one, "16777216 events do not fit the 24-bit event number");
    }

    private static void refuse(
            List<Integer> vcal,
            int repeat,
            List<List<Integer>> columns,
            List<List<Integer>> rows,
            String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GainScan(vcal, VcalRange.HIGH, repeat, columns, rows))
                .withMessageContaining(why);
    }
}
