package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.journal.Journal;
import tare.core.work.Workers;
import tare.detectors.pixel.gain.VectorDump.Sums;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.BenchCabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.vcal.ModuleVcal;

/// The reference dump, from bytes to sums.
class DumpVectorTest {
    private final VectorDump dump = new VectorDump();
    private final FedCalibration calibration = dump.calibration(Workers.onCallingThread());

    DumpVectorTest() throws IOException {}

    @Test
    void givesTheExpectedSumsForEveryPixelAndPoint() throws IOException {
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        long counted = 0;
        for (Sums sums : dump.expected()) {
            assertThat(calibration.sums(sums.roc(), sums.row(), sums.column(), sums.point()))
                    .as("%s", sums)
                    .containsExactly(sums.n(), sums.sum(), sums.squares());
            counted += sums.n();
        }
        assertThat(calibration.fate().counted()).isEqualTo(counted);
        assertThat(entries(calibration)).isEqualTo(counted);
    }

    private long entries(FedCalibration of) {
        long entries = 0;
        for (int roc = 0; roc < dump.cabling.rocCount(); roc++)
            for (int row = 0; row < RocPixel.ROWS; row++)
                for (int column = 0; column < RocPixel.COLUMNS; column++)
                    for (int point = 0; point < dump.scan.points(); point++)
                        entries += of.sums(roc, row, column, point)[0];
        return entries;
    }

    @Test
    void countsErrorsStraysAndOffPatternHitsAsTheyWereMade() throws IOException {
        EventNumbers numbers = calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        Map<String, Long> made = new TreeMap<>();
        for (String line : BenchCabling.rows(VectorDump.FOLDER + "pixel-dump-counts.csv")) {
            String[] row = line.split(",", -1);
            made.put(row[0], Long.parseLong(row[1]));
        }
        PixelErrors errors = calibration.errors();
        for (String type : new String[] {"25", "30", "31", "36", "37", "40"}) {
            assertThat(errors.count(Integer.parseInt(type))).as(type).isEqualTo(made.get(type));
        }
        assertThat(errors.count(29)).as("one per pair").isEqualTo(made.get("29") / 2);
        assertThat(calibration.tally().count(PixelWordKind.TIMEOUT_SECOND))
                .isEqualTo(made.get("29") / 2);
        assertThat(calibration.tally().count(PixelWordKind.STRAY))
                .as("in 32-bit words")
                .isEqualTo(2 * made.get("stray"));
        assertThat(calibration.fate().offPattern()).isEqualTo(made.get("off_pattern"));
        assertThat(calibration.offPatternByModule().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(made.get("off_pattern"));
        assertThat(numbers)
                .extracting(
                        EventNumbers::first,
                        EventNumbers::last,
                        EventNumbers::missing,
                        EventNumbers::repeated,
                        EventNumbers::backwards)
                .containsExactly(1, 72, 0L, 0L, 0L);
        assertThat(calibration.fate().contradictingEvents()).isZero();
        assertThat(calibration.fate().outsideEvents()).isZero();
    }

    @Test
    void coversTheWholeFile() {
        DumpIndex index = dump.index(Counting.MENDED);
        calibration.add(index, 1, words -> {});
        assertThat(index.runWord()).hasValue(10001);
        assertThat(calibration.tally().isBalanced()).isTrue();
        assertThat(calibration.tally().wordsRead()).isEqualTo(30728 / 4);
        assertThat(calibration.tally().count(PixelWordKind.HIT))
                .isEqualTo(calibration.fate().hits());
    }

    @Test
    void givesTheSameSumsByTheRulesOfTheReference() throws IOException {
        calibration.add(dump.index(Counting.AS_REFERENCE), 1, words -> {});
        for (Sums sums : dump.expected()) {
            assertThat(calibration.sums(sums.roc(), sums.row(), sums.column(), sums.point()))
                    .as("%s", sums)
                    .containsExactly(sums.n(), sums.sum(), sums.squares());
        }
    }

    @Test
    void putsTheResultOfEveryPixelAtItsPlaceInTheModule() throws IOException {
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        ModuleVcal vcal = dump.vcal();
        Map<Integer, Bank> banks = new HashMap<>();
        for (ModuleGains gains : calibration.fit(FitSettings.PRODUCTION, vcal, n -> {})) {
            banks.put(gains.module().index(), gains.toBank(Header.EMPTY, Journal.EMPTY));
        }
        assertThat(banks).hasSize(4);
        int fitted = 0;
        for (Map.Entry<PixelPlace, double[][]> pixel : pointSums().entrySet()) {
            int module = pixel.getKey().module();
            double[][] sums = pixel.getValue();
            FitResults alone =
                    FitVectorsTest.fit(
                            GainLimits.PRODUCTION,
                            sums[0],
                            sums[1],
                            sums[2],
                            dump.scan.axis(
                                    vcal.slopeElectrons(module), vcal.offsetElectrons(module)));
            Bank bank = Objects.requireNonNull(banks.get(module));
            int at = pixel.getKey().inModule();
            assertThat(bank.column("status").intAt(at))
                    .as("%s", pixel.getKey())
                    .isEqualTo(alone.status[0].code());
            assertThat(bank.column("gain").floatAt(at)).isEqualTo(alone.gain[0]);
            assertThat(bank.column("pedestal").floatAt(at)).isEqualTo(alone.pedestal[0]);
            assertThat(bank.ids().intAt(at)).isEqualTo(module << 17 | at / 416 << 9 | at % 416);
            if (alone.status[0].isUsable()) fitted++;
        }
        assertThat(fitted).isGreaterThan(100);
    }

    private record PixelPlace(int module, int inModule) {}

    /// n, sum and squares by point, of every pixel of the table.
    private Map<PixelPlace, double[][]> pointSums() throws IOException {
        Map<PixelPlace, double[][]> pixels = new HashMap<>();
        for (Sums sums : dump.expected()) {
            var place = new PixelPlace(dump.cabling.moduleIndex(sums.roc()), sums.inModule());
            double[][] of = pixels.computeIfAbsent(place, p -> new double[3][dump.scan.points()]);
            of[0][sums.point()] = sums.n();
            of[1][sums.point()] = sums.sum();
            of[2][sums.point()] = sums.squares();
        }
        return pixels;
    }

    /// Event 30 lies in pattern 2 and point 1 (12 events per pattern, 3 per point).
    @Test
    void leavesAllOtherSumsAsTheyWereWhenAnEventIsMissing() {
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        FedCalibration holed = dump.calibration(Workers.onCallingThread());
        EventNumbers numbers =
                holed.add(DumpIndex.of(without(30), Counting.MENDED), 1, words -> {});
        assertThat(numbers.missing()).isEqualTo(1);
        Map<Long, Long> losses = differences(holed);
        assertThat(losses.keySet()).containsExactly(30L);
        assertThat(holed.fate().offPattern()).isLessThanOrEqualTo(calibration.fate().offPattern());
    }

    @Test
    void shiftsAllThatFollowsWhenAnEventIsMissingAsTheReferenceDoes() {
        calibration.add(dump.index(Counting.AS_REFERENCE), 1, words -> {});
        FedCalibration holed = dump.calibration(Workers.onCallingThread());
        holed.add(DumpIndex.of(without(30), Counting.AS_REFERENCE), 1, words -> {});
        // From event 30 on, each event is taken for the one before.
        assertThat(holed.fate().offPattern()).isGreaterThan(calibration.fate().offPattern() + 100);
        assertThat(holed.fate().contradictingEvents()).isEqualTo(3);
        assertThat(holed.fate().firstContradictingEvent()).isEqualTo(36);
        assertThat(differences(holed).keySet()).hasSizeGreaterThan(10);
    }

    /// Patterns and points whose sums differ, as the middle event of the point, with the entries
    /// that are missing.
    private Map<Long, Long> differences(FedCalibration other) {
        Map<Long, Long> missing = new HashMap<>();
        for (int roc = 0; roc < dump.cabling.rocCount(); roc++)
            for (int row = 0; row < RocPixel.ROWS; row++)
                for (int column = 0; column < RocPixel.COLUMNS; column++) {
                    int pattern = dump.scan.patternOf(row, column);
                    if (pattern < 0) continue;
                    for (int point = 0; point < dump.scan.points(); point++) {
                        long[] whole = calibration.sums(roc, row, column, point);
                        long[] got = other.sums(roc, row, column, point);
                        if (Arrays.equals(whole, got)) continue;
                        long event = pattern * 12L + point * 3L + 3;
                        missing.merge(event, whole[0] - got[0], Long::sum);
                    }
                }
        return missing;
    }

    private MemorySegment without(int event) {
        DumpIndex index = dump.index(Counting.MENDED);
        int block = 0;
        while (index.header(block).eventNumber() != event) block++;
        int from = (int) index.offset(block);
        int until = from + (int) index.length64(block) * Long.BYTES;
        byte[] cut =
                ByteBuffer.allocate(dump.bytes.length - (until - from))
                        .put(dump.bytes, 0, from)
                        .put(dump.bytes, until, dump.bytes.length - until)
                        .array();
        return MemorySegment.ofArray(cut);
    }
}
