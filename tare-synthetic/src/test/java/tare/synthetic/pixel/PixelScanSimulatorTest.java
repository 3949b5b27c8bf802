package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.work.Workers;
import tare.detectors.pixel.gain.FedCalibration;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.VcalRange;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;

class PixelScanSimulatorTest {
    private static final GainScan SCAN = ScanPresets.SMALL;
    private static final FedCabling FED = Bench.TWO_MODULES;

    /// Often enough that every kind occurs dozens of times.
    private static final ReadoutFaults MANY_FAULTS = ReadoutFaults.alike(0.1, 0.03, 0.02);

    private static final PixelFaultRates FAULTY_PIXELS =
            new PixelFaultRates(0.05, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01);

    @TempDir Path folder;

    private Injected write(
            Path file, PixelTruth truth, ReadoutFaults faults, long seed, Workers workers)
            throws IOException {
        return new PixelScanSimulator(truth, SCAN, Bench.VCAL, faults, Plateau.SHARP, seed)
                .write(file, 321, workers, events -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads(int threads) throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, FAULTY_PIXELS, 5);
        Path once = folder.resolve("once.dmp");
        Path again = folder.resolve("again.dmp");
        write(once, truth, MANY_FAULTS, 6, Workers.onCallingThread());
        Workers workers = threads == 1 ? Workers.onCallingThread() : Bench.threads(threads);
        write(again, Bench.truth(FED, 1, FAULTY_PIXELS, 5), MANY_FAULTS, 6, workers);

        assertThat(Files.mismatch(once, again)).isEqualTo(-1);
    }

    @Test
    void anotherSeedGivesOtherHits() throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 5);
        Path once = folder.resolve("once.dmp");
        Path other = folder.resolve("other.dmp");
        Workers workers = Workers.onCallingThread();
        write(once, truth, ReadoutFaults.NONE, 6, workers);
        write(other, truth, ReadoutFaults.NONE, 7, workers);

        assertThat(Files.mismatch(once, other)).isGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void everyFaultIsFoundAgain(long seed) throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, FAULTY_PIXELS, seed);
        Path file = folder.resolve("scan.dmp");
        Injected injected = write(file, truth, MANY_FAULTS, seed, Workers.onCallingThread());
        Bench.Read read = Bench.read(file, FED, SCAN);
        FedCalibration found = read.calibration();

        assertThat(found.tally().nonZero())
                .as("seed %d", seed)
                .isEqualTo(injected.words().nonZero());
        assertThat(found.tally().wordsRead()).isEqualTo(Files.size(file) / 4);
        assertThat(found.tally().isBalanced()).isTrue();
        assertThat(found.fate().counted()).isEqualTo(injected.patternHits());
        assertThat(found.fate().offPattern()).isEqualTo(injected.offPatternHits());
        assertThat(found.fate().outsideEvents()).isZero();
        assertThat(read.numbers().ofBlock()).hasSize((int) injected.blocks());
        assertThat(read.numbers().missing()).isEqualTo(injected.missingEvents().size());
        assertThat(read.numbers().repeated()).isZero();
        assertThat(read.numbers().backwards()).isZero();
        checkErrors(found.errors(), injected);
        assertThat(injected.crossTalkHits()).isPositive();
        assertThat(injected.noiseHits()).isPositive();
    }

    private static void checkErrors(PixelErrors errors, Injected injected) {
        Map<Integer, PixelWordKind> words =
                Map.of(
                        25, PixelWordKind.DISABLED_CHANNEL,
                        28, PixelWordKind.FIFO_NEARLY_FULL,
                        29, PixelWordKind.TIMEOUT,
                        30, PixelWordKind.TBM_TRAILER,
                        31, PixelWordKind.EVENT_NUMBER,
                        36, PixelWordKind.INVALID_ROC,
                        37, PixelWordKind.INVALID_PIXEL,
                        40, PixelWordKind.TBM_OVERFLOW);
        words.forEach(
                (type, kind) ->
                        assertThat(errors.count(type))
                                .as("error %d", type)
                                .isEqualTo(injected.words().count(kind))
                                .isPositive());
        for (BlockFault fault : BlockFault.values()) {
            assertThat(errors.count(fault.errorType()))
                    .as("%s", fault)
                    .isEqualTo(injected.brokenBlocks(fault))
                    .isPositive();
        }
    }

    @Test
    void theMissingEventsAreNamed() throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 5);
        Path file = folder.resolve("scan.dmp");
        Injected injected = write(file, truth, MANY_FAULTS, 3, Workers.onCallingThread());
        long[] present = Bench.read(file, FED, SCAN).numbers().ofBlock();

        assertThat(injected.missingEvents())
                .isSorted()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, SCAN.events())
                                .filter(e -> Arrays.binarySearch(present, e) < 0)
                                .boxed()
                                .toList());
    }

    @Test
    void readOutFaultsDoNotChangeTheHitsOfPulsedPixels() throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, FAULTY_PIXELS, 5);
        Path clean = folder.resolve("clean.dmp");
        Path noisy = folder.resolve("noisy.dmp");
        write(clean, truth, ReadoutFaults.NONE, 3, Workers.onCallingThread());
        write(noisy, truth, ReadoutFaults.alike(0.5, 0, 0.05), 3, Workers.onCallingThread());
        FedCalibration a = Bench.read(clean, FED, SCAN).calibration();
        FedCalibration b = Bench.read(noisy, FED, SCAN).calibration();

        assertThat(b.tally().count(PixelWordKind.HIT)).isGreaterThan(a.fate().hits());
        for (int roc = 0; roc < FED.rocCount(); roc++) {
            for (int point = 0; point < SCAN.points(); point++) {
                assertThat(b.sums(roc, 20, 17, point)).isEqualTo(a.sums(roc, 20, 17, point));
            }
        }
    }

    @Test
    void faultyPixelsAnswerAsTheirFaultSays() throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, FAULTY_PIXELS, 21);
        Path file = folder.resolve("scan.dmp");
        write(file, truth, ReadoutFaults.NONE, 3, Workers.onCallingThread());
        FedCalibration found = Bench.read(file, FED, SCAN).calibration();

        for (int roc = 0; roc < FED.rocCount(); roc++) {
            for (int column = 0; column < 52; column++) {
                check(truth, truth.index(roc, 20, column), found.sums(roc, 20, column, 26));
            }
        }
    }

    private static void check(PixelTruth truth, int pixel, long[] sums) {
        double mean = (double) sums[1] / Math.max(sums[0], 1);
        switch (truth.fault(pixel)) {
            case DEAD, DEAD_ROC, DEAD_DOUBLE_COLUMN -> assertThat(sums).containsOnly(0);
            case INEFFICIENT -> assertThat(sums[0]).isBetween(0L, 5L);
            case NOISY -> assertThat(sums[0]).isEqualTo(5);
            case EARLY_PLATEAU -> {
                assertThat(sums[0]).isEqualTo(5);
                assertThat(mean - truth.pedestalAdc(pixel)).isBetween(5.0, 11.0);
            }
            case NONE, SHIFTED_PEDESTAL -> {
                assertThat(sums[0]).isEqualTo(5);
                assertThat(mean).isGreaterThan(150);
            }
        }
    }

    @Test
    void smallChargesGiveNoHit() throws IOException {
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 21);
        Path file = folder.resolve("scan.dmp");
        write(file, truth, ReadoutFaults.NONE, 3, Workers.onCallingThread());
        FedCalibration found = Bench.read(file, FED, SCAN).calibration();

        for (int roc = 0; roc < FED.rocCount(); roc++) {
            int module = FED.moduleIndex(roc);
            for (int point = 0; point < 3; point++) {
                double charge = Bench.VCAL.electrons(module, 6.5 * SCAN.vcal().get(point));
                boolean answers = charge >= truth.thresholdElectrons(truth.index(roc, 60, 7));
                assertThat(found.sums(roc, 60, 7, point)[0]).isEqualTo(answers ? 5 : 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Plateau.class)
    void withoutNoiseEveryHitIsTheRoundedResponse(Plateau plateau) throws IOException {
        PixelTruth truth = Bench.truth(FED, 0, PixelFaultRates.NONE, 21);
        Path file = folder.resolve("scan.dmp");
        new PixelScanSimulator(truth, SCAN, Bench.VCAL, ReadoutFaults.NONE, plateau, 1)
                .write(file, 321, Workers.onCallingThread(), events -> {});
        FedCalibration found = Bench.read(file, FED, SCAN).calibration();

        for (int roc = 0; roc < FED.rocCount(); roc++) {
            int pixel = truth.index(roc, 60, 30);
            double charge = Bench.VCAL.electrons(FED.moduleIndex(roc), 6.5 * SCAN.vcal().get(20));
            double linear = truth.pedestalAdc(pixel) + charge / truth.gainElectronsPerAdc(pixel);
            long adc = Math.round((float) plateau.response(linear, truth.saturationAdc(pixel)));
            assertThat(found.sums(roc, 60, 30, 20)).containsExactly(5, 5 * adc, 5 * adc * adc);
        }
    }

    @Test
    void tellsHowManyEventsItHasDealtWith() throws IOException {
        var events = new AtomicLong();
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 21);
        new PixelScanSimulator(truth, SCAN, Bench.VCAL, MANY_FAULTS, Plateau.SHARP, 1)
                .write(folder.resolve("scan.dmp"), 1, Bench.threads(2), events::addAndGet);

        assertThat(events).hasValue(SCAN.events());
    }

    @Test
    void aFailureLeavesNoFile() {
        var broken =
                new Workers() {
                    @Override
                    public int threads() {
                        return 1;
                    }

                    @Override
                    public <T> void run(List<T> items, Consumer<T> task) {
                        throw new IllegalStateException("no more threads");
                    }
                };
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 21);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                write(
                                        folder.resolve("scan.dmp"),
                                        truth,
                                        ReadoutFaults.NONE,
                                        1,
                                        broken));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesPatternsThatDoNotFitIntoABlock() {
        List<Integer> rows = IntStream.range(0, 80).boxed().toList();
        List<Integer> columns = IntStream.range(0, 52).boxed().toList();
        var atOnce = new GainScan(List.of(50), VcalRange.HIGH, 1, List.of(columns), List.of(rows));
        PixelTruth truth = Bench.truth(FED, 1, PixelFaultRates.NONE, 21);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PixelScanSimulator(
                                        truth,
                                        atOnce,
                                        Bench.VCAL,
                                        ReadoutFaults.NONE,
                                        Plateau.SHARP,
                                        1))
                .withMessageContaining("pattern 0 pulses 133120 pixels, a block holds 32762 hits");
    }

    @Test
    void onlyKnownKindsOfWordsCanBeInjected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ReadoutFaults(
                                        Map.of(PixelWordKind.HIT, 1.0), Map.of(), 0, 0, 0, 0))
                .withMessageContaining("can be injected, got [HIT]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadoutFaults.alike(-1, 0, 0))
                .withMessageContaining("per block must be 0..100, got -1.0");
    }
}
