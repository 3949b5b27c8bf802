package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.journal.Journal;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.RawDetectorId;
import tare.detectors.pixel.raw.BenchCabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.FedHeader;

class FedCalibrationTest {
    private static final RawDetectorId MODULE = RawDetectorId.parse("305205252");

    private static final GainScan SCAN =
            new GainScan(
                    List.of(10, 30, 50, 70, 90, 110, 130, 150, 210, 220, 230, 240),
                    VcalRange.LOW,
                    3,
                    List.of(List.of(0, 26), List.of(1, 51)),
                    List.of(List.of(0), List.of(79)));

    private final FedCabling cabling;
    private final PixelGeometry geometry = PixelGeometry.phase1();
    private final VectorDump vectors = new VectorDump();

    FedCalibrationTest() throws IOException {
        cabling = BenchCabling.ofLink(5, MODULE);
    }

    private FedCalibration calibration(GainScan scan) {
        return new FedCalibration(cabling, scan, geometry, Workers.onCallingThread());
    }

    private ScanDump dump(GainScan scan) {
        return new ScanDump(scan, cabling);
    }

    private static GainScan repeated(int repeat) {
        return new GainScan(
                SCAN.vcal(), VcalRange.LOW, repeat, List.of(List.of(3)), List.of(List.of(7)));
    }

    /// Status of the pixel in ROC 0.
    private int status(FedCalibration calibration, int row, int column) {
        ModuleGains gains =
                calibration.fit(FitSettings.PRODUCTION, vectors.vcal(), n -> {}).getFirst();
        int pixel = FedCalibration.pixelOfModule(gains.module(), 0, row, column);
        return bank(gains).column("status").intAt(pixel);
    }

    private static Bank bank(ModuleGains gains) {
        return gains.toBank(Header.EMPTY, Journal.EMPTY);
    }

    @Test
    void countsEveryTriggerBeyondWhatAPackedCellHolds() {
        GainScan scan = repeated(300);
        FedCalibration calibration = calibration(scan);
        calibration.add(dump(scan).whole().index(Counting.MENDED), 1, words -> {});
        for (int point = 0; point < scan.points(); point++) {
            long sum = 0;
            long squares = 0;
            for (int event = point * 300 + 1; event <= (point + 1) * 300; event++) {
                long adc = dump(scan).adc(event);
                sum += adc;
                squares += adc * adc;
            }
            assertThat(calibration.sums(5, 7, 3, point)).containsExactly(300, sum, squares);
        }
        assertThat(status(calibration, 7, 3)).isEqualTo(GainStatus.GOOD.code());
    }

    /// 256 entries are 0 in eight bits. The pixel has answered, so the reference fits it and finds
    /// all its means at 0.
    @Test
    void countsInEightBitsAsTheReferenceDoes() {
        GainScan scan = repeated(256);
        FedCalibration mended = calibration(scan);
        mended.add(dump(scan).whole().index(Counting.MENDED), 1, words -> {});
        assertThat(status(mended, 7, 3)).isEqualTo(GainStatus.GOOD.code());
        FedCalibration reference = calibration(scan);
        reference.add(dump(scan).whole().index(Counting.AS_REFERENCE), 1, words -> {});
        assertThat(reference.sums(0, 7, 3, 0)[0]).isEqualTo(256);
        assertThat(status(reference, 7, 3)).isEqualTo(GainStatus.ON_PLATEAU.code());
    }

    @Test
    void fitsAnUnfinishedPatternUnlessByTheRulesOfTheReference() {
        DumpBuilder cut = dump(SCAN).write(DumpBuilder.ofRun(1), 1, SCAN.events());
        FedCalibration mended = calibration(SCAN);
        mended.add(cut.index(Counting.MENDED), 1, words -> {});
        assertThat(status(mended, 0, 0)).isEqualTo(GainStatus.GOOD.code());
        assertThat(status(mended, 79, 51)).isEqualTo(GainStatus.GOOD.code());
        FedCalibration reference = calibration(SCAN);
        reference.add(cut.index(Counting.AS_REFERENCE), 1, words -> {});
        assertThat(status(reference, 0, 0)).isEqualTo(GainStatus.GOOD.code());
        assertThat(status(reference, 79, 51)).isEqualTo(GainStatus.NO_DATA.code());
    }

    @Test
    void fitsTheLastPatternOnceItIsFinished() {
        FedCalibration reference = calibration(SCAN);
        reference.add(dump(SCAN).whole().index(Counting.AS_REFERENCE), 1, words -> {});
        assertThat(status(reference, 79, 51)).isEqualTo(GainStatus.GOOD.code());
    }

    @Test
    void keepsPixelsOutsideEveryPatternWithoutData() {
        FedCalibration calibration = calibration(SCAN);
        calibration.add(dump(SCAN).whole().index(Counting.MENDED), 1, words -> {});
        assertThat(status(calibration, 40, 40)).isEqualTo(GainStatus.NO_DATA.code());
        assertThat(calibration.sums(0, 40, 40, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void placesEventsByTheirNumberWhateverTheirOrder() {
        FedCalibration inOrder = calibration(SCAN);
        inOrder.add(dump(SCAN).whole().index(Counting.MENDED), 1, words -> {});
        DumpBuilder backwards = DumpBuilder.ofRun(1);
        for (int event = SCAN.events(); event >= 1; event--) {
            backwards.block(event, dump(SCAN).hits(event));
        }
        FedCalibration reversed = calibration(SCAN);
        EventNumbers numbers = reversed.add(backwards.index(Counting.MENDED), 1, words -> {});
        assertThat(numbers.backwards()).isEqualTo(SCAN.events() - 1L);
        assertThat(numbers.missing()).isZero();
        assertThat(numbers.repeated()).isZero();
        assertSameSums(reversed, inOrder);
    }

    @Test
    void countsARepeatedEventTwiceAndSaysSo() {
        DumpBuilder dump = dump(SCAN).whole();
        dump.block(5, dump(SCAN).hits(5));
        FedCalibration calibration = calibration(SCAN);
        EventNumbers numbers = calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        assertThat(numbers.repeated()).isEqualTo(1);
        assertThat(numbers.backwards()).isEqualTo(1);
        assertThat(numbers.last()).isEqualTo(SCAN.events());
        assertThat(calibration.sums(0, 0, 0, 1)[0]).isEqualTo(4);
    }

    @Test
    void beginsAtTheNumberOfTheFirstEvent() {
        DumpBuilder shifted = DumpBuilder.ofRun(1);
        for (int event = 1; event <= SCAN.events(); event++) {
            shifted.block(event + 1000, dump(SCAN).hits(event));
        }
        FedCalibration calibration = calibration(SCAN);
        EventNumbers numbers = calibration.add(shifted.index(Counting.MENDED), 1001, words -> {});
        assertThat(numbers.first()).isEqualTo(1001);
        assertThat(numbers.ofBlock()[0]).isEqualTo(1);
        assertThat(calibration.fate().outsideEvents()).isZero();
        assertThat(calibration.fate().offPattern()).isZero();
    }

    /// The 24 bits of the recorded number run over in the middle of the scan.
    @Test
    void goesOnWhereTheRecordedNumberStartsAgainFromZero() {
        int firstEvent = FedHeader.MAX_EVENT - 20;
        DumpBuilder wrapping = DumpBuilder.ofRun(1);
        for (int event = 1; event <= SCAN.events(); event++) {
            int number = firstEvent + event - 1 & FedHeader.MAX_EVENT;
            wrapping.block(number, dump(SCAN).hits(event));
        }
        FedCalibration calibration = calibration(SCAN);
        EventNumbers numbers =
                calibration.add(wrapping.index(Counting.MENDED), firstEvent, words -> {});
        FedCalibration plain = calibration(SCAN);
        plain.add(dump(SCAN).whole().index(Counting.MENDED), 1, words -> {});
        assertThat(calibration.fate().outsideEvents()).isZero();
        assertThat(numbers.missing() + numbers.repeated() + numbers.backwards()).isZero();
        assertSameSums(calibration, plain);
    }

    @Test
    void setsEventsOutsideTheScanAside() {
        int[] hits = dump(SCAN).hits(1);
        DumpBuilder dump =
                dump(SCAN).whole().block(0, hits).block(SCAN.events() + 1, hits).block(9999);
        FedCalibration calibration = calibration(SCAN);
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        assertThat(calibration.fate().outsideEvents()).isEqualTo(3);
        assertThat(calibration.fate().outsideScan()).isEqualTo(2L * hits.length);
        assertThat(calibration.fate().offPattern()).isZero();
        assertThat(calibration.tally().isBalanced()).isTrue();
    }

    @Test
    void noticesEventsWhoseHitsContradictTheirNumber() {
        int perPattern = SCAN.eventsPerPattern();
        DumpBuilder dump =
                dump(SCAN)
                        .write(DumpBuilder.ofRun(1), 1, 20)
                        .block(20, dump(SCAN).hits(20 + perPattern))
                        .block(21, dump(SCAN).hits(21 + perPattern));
        FedCalibration calibration = calibration(SCAN);
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
        assertThat(calibration.fate().contradictingEvents()).isEqualTo(2);
        assertThat(calibration.fate().firstContradictingEvent()).isEqualTo(20);
        assertThat(calibration.fate().offPattern()).isEqualTo(2L * 16);
        assertThat(calibration.offPatternByModule())
                .containsOnlyKeys(geometry.module(MODULE).index())
                .containsValue(32L);
    }

    @Test
    void takesBlocksOfOneEventTogetherAsTheReferenceDoes() {
        DumpBuilder halves = DumpBuilder.ofRun(1);
        for (int event = 1; event <= SCAN.events(); event++) {
            int[] hits = dump(SCAN).hits(event);
            halves.block(event, Arrays.copyOf(hits, 6));
            halves.block(event, Arrays.copyOfRange(hits, 6, hits.length));
        }
        FedCalibration whole = calibration(SCAN);
        whole.add(dump(SCAN).whole().index(Counting.AS_REFERENCE), 1, words -> {});
        FedCalibration divided = calibration(SCAN);
        divided.add(halves.index(Counting.AS_REFERENCE), 1, words -> {});
        assertSameSums(divided, whole);
    }

    @Test
    void countsEventsInReadingOrderAsTheReferenceDoes() {
        DumpBuilder sparse = DumpBuilder.ofRun(1);
        for (int event = 1; event <= SCAN.events(); event++) {
            sparse.block(event * 7, dump(SCAN).hits(event));
        }
        FedCalibration calibration = calibration(SCAN);
        EventNumbers numbers = calibration.add(sparse.index(Counting.AS_REFERENCE), 1, words -> {});
        assertThat(numbers.ofBlock()[10]).isEqualTo(11);
        assertThat(calibration.fate().offPattern()).isZero();
        assertThat(calibration.fate().outsideEvents()).isZero();
        assertThat(calibration.fate().contradictingEvents()).isZero();
    }

    @Test
    void addsSeveralDumps() {
        FedCalibration whole = calibration(SCAN);
        whole.add(dump(SCAN).whole().index(Counting.MENDED), 1, words -> {});
        FedCalibration parts = calibration(SCAN);
        int middle = 50;
        parts.add(
                dump(SCAN).write(DumpBuilder.ofRun(1), 1, middle).index(Counting.MENDED),
                1,
                w -> {});
        parts.add(
                dump(SCAN)
                        .write(DumpBuilder.ofRun(1), middle, SCAN.events() + 1)
                        .index(Counting.MENDED),
                1,
                words -> {});
        assertSameSums(parts, whole);
        assertThat(parts.tally().wordsRead()).isEqualTo(whole.tally().wordsRead() + 2);
        assertThat(parts.tally().isBalanced()).isTrue();
    }

    @Test
    void tellsProgressInWordsAndPixels() {
        FedCalibration calibration = calibration(SCAN);
        DumpIndex index = dump(SCAN).whole().index(Counting.MENDED);
        var words = new AtomicLong();
        var pixels = new AtomicLong();
        calibration.add(index, 1, words::addAndGet);
        calibration.fit(FitSettings.PRODUCTION, vectors.vcal(), pixels::addAndGet);
        assertThat(words.get() + index.framing().wordsRead())
                .isEqualTo(calibration.tally().wordsRead());
        assertThat(pixels.get()).isEqualTo(8L * 2 * SCAN.patterns());
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void givesTheSameBanksWithOneThreadAsWithFour(Counting counting) {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Bank> alone = banks(counting, Workers.onCallingThread());
            List<Bank> together = banks(counting, four(threads));
            assertThat(together).hasSize(4).hasSameSizeAs(alone);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).differences(alone.get(i))).isEmpty();
            }
        }
    }

    private List<Bank> banks(Counting counting, Workers workers) {
        FedCalibration calibration = vectors.calibration(workers);
        calibration.add(vectors.index(counting), 1, words -> {});
        assertThat(calibration.tally().wordsRead()).isEqualTo(vectors.bytes.length / 4);
        assertThat(calibration.fate().offPattern()).isEqualTo(42);
        return calibration
                .fit(new FitSettings(GainLimits.STRICT, ErrorModel.POOLED), vectors.vcal(), n -> {})
                .stream()
                .map(FedCalibrationTest::bank)
                .toList();
    }

    private static Workers four(ExecutorService threads) {
        return new Workers() {
            @Override
            public int threads() {
                return 4;
            }

            @Override
            public <T> void run(List<T> items, Consumer<T> task) {
                List<Future<?>> running =
                        items.stream()
                                .<Future<?>>map(i -> threads.submit(() -> task.accept(i)))
                                .toList();
                for (Future<?> one : running) {
                    try {
                        one.get();
                    } catch (InterruptedException | ExecutionException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
    }

    private void assertSameSums(FedCalibration got, FedCalibration expected) {
        assertThat(expected.fate().counted()).isPositive();
        assertThat(got.fate().counted()).isEqualTo(expected.fate().counted());
        for (int pattern = 0; pattern < SCAN.patterns(); pattern++)
            for (int row : SCAN.rows(pattern))
                for (int column : SCAN.columns(pattern))
                    for (int roc = 0; roc < cabling.rocCount(); roc++)
                        for (int point = 0; point < SCAN.points(); point++)
                            assertThat(got.sums(roc, row, column, point))
                                    .isEqualTo(expected.sums(roc, row, column, point));
    }
}
