package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.detectors.pixel.raw.Counting;

/// What holds for the fit of any pixel, however mad its sums.
class GainFitPropertiesTest {
    private static final int LANES = 96;
    private static final int PRODUCTION_POINTS = 29;

    /// What sums can never be, and what they can just about be.
    private static final float[] EXTREME = {
        0, 1, 2, 5, 254, 255, 256, 1e4f, 65_025, 16_777_216, 4e9f, 1e20f, 1e38f
    };

    /// How the sums of a pixel are drawn.
    private enum Draw {
        /// A line up to a plateau, with noise: what pixels do.
        RESPONSE,
        /// Any values that 8 bits can have, any number of times.
        VALUES,
        /// Sums that no values have.
        INCONSISTENT,
        EXTREME
    }

    private final float[][] n = new float[200][LANES];
    private final float[][] sum = new float[200][LANES];
    private final float[][] squares = new float[200][LANES];

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static FitSettings settings(RandomGenerator random) {
        return new FitSettings(
                random.nextBoolean() ? GainLimits.PRODUCTION : GainLimits.STRICT,
                random.nextBoolean() ? ErrorModel.PER_POINT : ErrorModel.POOLED);
    }

    private static ChargeAxis axis(RandomGenerator random, int points) {
        double[] vcal = new double[points];
        for (int i = 0; i < points; i++) vcal[i] = 255.0 * (i + 1) / points;
        // Scans may come back to a charge, or stay at one.
        if (random.nextInt(4) == 0) Arrays.setAll(vcal, i -> random.nextInt(256));
        if (random.nextInt(16) == 0) Arrays.fill(vcal, 100);
        return new ChargeAxis(vcal, 6.5, 40 + 10 * random.nextFloat(), -60);
    }

    private void draw(RandomGenerator random, int points) {
        for (int lane = 0; lane < LANES; lane++) {
            Draw how = Draw.values()[random.nextInt(4)];
            float slope = 20 * random.nextFloat();
            for (int point = 0; point < points; point++) {
                switch (how) {
                    case RESPONSE -> set(lane, point, 5, random, (int) (30 + slope * point), 3);
                    case VALUES ->
                            set(lane, point, random.nextInt(9), random, random.nextInt(256), 200);
                    case INCONSISTENT -> {
                        n[point][lane] = random.nextInt(300);
                        sum[point][lane] = random.nextInt(70_000);
                        squares[point][lane] = random.nextInt(1 << 24);
                    }
                    case EXTREME -> {
                        n[point][lane] = EXTREME[random.nextInt(EXTREME.length)];
                        sum[point][lane] = EXTREME[random.nextInt(EXTREME.length)];
                        squares[point][lane] = EXTREME[random.nextInt(EXTREME.length)];
                    }
                }
            }
        }
    }

    private void set(
            int lane, int point, int entries, RandomGenerator random, int from, int width) {
        float s = 0;
        float q = 0;
        for (int i = 0; i < entries; i++) {
            int value = Math.min(from + random.nextInt(width), 220);
            s += value;
            q += (float) value * value;
        }
        n[point][lane] = entries;
        sum[point][lane] = s;
        squares[point][lane] = q;
    }

    private void load(GainFit fit, int points, int firstLane, int count) {
        for (int point = 0; point < points; point++)
            for (int lane = 0; lane < count; lane++) {
                int from = firstLane + lane;
                fit.sums().set(lane, point, n[point][from], sum[point][from], squares[point][from]);
            }
    }

    /// A million pixels in blocks.
    @ParameterizedTest
    @CsvSource({
        "1, 29, 8000",
        "2, 12, 2000",
        "3, 4, 1000",
        "4, 3, 500",
        "5, 1, 500",
        "6, 200, 100"
    })
    void givesEveryPixelAStatusAndUsableOnesNumbers(long seed, int points, int blocks) {
        RandomGenerator random = random(seed);
        int[] seen = new int[GainStatus.values().length];
        for (int block = 0; block < blocks; block++) {
            GainFit fit = new GainFit(points, LANES, settings(random), Counting.MENDED);
            ChargeAxis axis = axis(random, points);
            draw(random, points);
            load(fit, points, 0, LANES);
            var results = new FitResults(LANES);
            fit.fit(axis, LANES, results);
            for (int lane = 0; lane < LANES; lane++) {
                seen[results.status[lane].ordinal()]++;
                if (!isSound(results, lane, points)) {
                    throw new AssertionError(
                            String.format(
                                    java.util.Locale.ROOT,
                                    "seed %d, block %d, lane %d: %s, gain %s, pedestal %s, %d points",
                                    seed,
                                    block,
                                    lane,
                                    results.status[lane],
                                    results.gain[lane],
                                    results.pedestal[lane],
                                    results.points[lane]));
                }
            }
        }
        if (points == PRODUCTION_POINTS) {
            // The drawn sums lead everywhere; data are missing only where counters are read.
            for (GainStatus status : GainStatus.values()) {
                if (status != GainStatus.NO_DATA) {
                    assertThat(seen[status.ordinal()]).as("%s", status).isPositive();
                }
            }
        }
    }

    private static boolean isSound(FitResults results, int lane, int points) {
        boolean isFinite =
                Float.isFinite(results.gain[lane]) && Float.isFinite(results.pedestal[lane]);
        if (results.status[lane].isUsable()) {
            return isFinite
                    && results.gain[lane] >= 0
                    && results.points[lane] >= 2
                    && results.points[lane] <= points
                    && results.weightedPoints[lane] <= results.points[lane]
                    && results.probability[lane] >= 0
                    && results.probability[lane] <= 1.000001;
        }
        boolean isEarly =
                results.status[lane] == GainStatus.ON_PLATEAU || results.points[lane] == 0;
        return !isEarly || results.gain[lane] == 0 && results.pedestal[lane] == 0;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void givesTheSameBitsWhateverThePixelsAreFittedWith(long seed) {
        RandomGenerator random = random(seed);
        for (int block = 0; block < 60; block++) {
            int points = block % 3 == 0 ? 5 : PRODUCTION_POINTS;
            FitSettings settings = settings(random);
            ChargeAxis axis = axis(random, points);
            draw(random, points);
            int[] whole = bits(points, settings, axis, LANES);
            for (int lanes : new int[] {1, 7}) {
                assertThat(bits(points, settings, axis, lanes))
                        .as("seed %d, block %d, %d lanes", seed, block, lanes)
                        .isEqualTo(whole);
            }
        }
    }

    /// All results of the 96 pixels, fitted so many at once; the last block may be partly filled.
    private int[] bits(int points, FitSettings settings, ChargeAxis axis, int lanes) {
        var fit = new GainFit(points, lanes, settings, Counting.MENDED);
        var results = new FitResults(lanes);
        int[] bits = new int[LANES * 13];
        for (int from = 0; from < LANES; from += lanes) {
            int count = Math.min(lanes, LANES - from);
            load(fit, points, from, count);
            fit.fit(axis, count, results);
            for (int lane = 0; lane < count; lane++) store(results, lane, bits, 13 * (from + lane));
        }
        return bits;
    }

    private static void store(FitResults results, int lane, int[] bits, int at) {
        float[][] columns = {
            results.pedestal,
            results.gain,
            results.slopeError,
            results.pedestalError,
            results.chi2PerNdf,
            results.probability,
            results.lowCharge,
            results.highCharge,
            results.dynamicRange,
            results.saturation
        };
        for (int i = 0; i < columns.length; i++)
            bits[at + i] = Float.floatToIntBits(columns[i][lane]);
        bits[at + 10] = results.points[lane];
        bits[at + 11] = results.weightedPoints[lane];
        bits[at + 12] = results.status[lane].code();
    }

    @Test
    void fitsCountersAsItFitsSums() {
        RandomGenerator random = random(21);
        SlotTable table = SlotTable.of(1, 0);
        var counters = new ScanCounters(PRODUCTION_POINTS, LANES);
        double[][][] sums = new double[3][PRODUCTION_POINTS][LANES];
        for (int point = 0; point < PRODUCTION_POINTS; point++)
            for (int lane = 1; lane < LANES; lane++) {
                var batch = new DigiBatch(5);
                for (int i = 0; i < 5; i++) {
                    int vcal = GainScan.PRODUCTION.vcal().get(point);
                    int value = Math.min(220, 20 + 2 * vcal) + random.nextInt(4);
                    batch.add(lane << 1, value);
                    sums[0][point][lane]++;
                    sums[1][point][lane] += value;
                    sums[2][point][lane] += value * value;
                }
                counters.add(point, batch, table, new long[LANES]);
            }
        ChargeAxis axis = GainScan.PRODUCTION.axis(47, -60);
        var fit = new GainFit(PRODUCTION_POINTS, LANES, FitSettings.PRODUCTION, Counting.MENDED);
        var results = new FitResults(LANES);
        fit.fit(counters, 0, LANES, axis, results);
        assertThat(results.status[0]).isEqualTo(GainStatus.NO_DATA);
        for (int lane = 1; lane < LANES; lane++) {
            FitResults alone =
                    FitVectorsTest.fit(
                            GainLimits.PRODUCTION,
                            column(sums[0], lane),
                            column(sums[1], lane),
                            column(sums[2], lane),
                            axis);
            assertThat(results.status[lane]).isEqualTo(GainStatus.GOOD);
            assertThat(results.gain[lane]).isEqualTo(alone.gain[0]);
            assertThat(results.pedestal[lane]).isEqualTo(alone.pedestal[0]);
        }
    }

    private static double[] column(double[][] rows, int lane) {
        return Arrays.stream(rows).mapToDouble(row -> row[lane]).toArray();
    }

    /// Charges 1 to 12 ke, ADC = 10 + charge / 100 up to a plateau at 110, two triggers a count
    /// apart.
    @Test
    void findsTheLineBehindPointsThatLieOnIt() {
        double[] vcal = {10, 20, 30, 40, 50, 60, 70, 80, 110, 120, 130, 140};
        double[] n = new double[vcal.length];
        double[] sum = new double[vcal.length];
        double[] squares = new double[vcal.length];
        for (int i = 0; i < vcal.length; i++) {
            double adc = Math.min(110, 10 + vcal[i]);
            n[i] = 2;
            sum[i] = 2 * adc;
            squares[i] = 2 * (adc * adc + 1);
        }
        FitResults fit =
                FitVectorsTest.fit(
                        GainLimits.STRICT, n, sum, squares, new ChargeAxis(vcal, 2, 50, 0));
        assertThat(fit.status[0]).isEqualTo(GainStatus.GOOD);
        assertThat(fit.gain[0]).isEqualTo(100);
        assertThat(fit.pedestal[0]).isBetween(9.99999f, 10.00001f);
        // Below 80 % of the plateau: 20 to 80 counts, that is 7 points.
        assertThat(fit.points[0]).isEqualTo(7);
        assertThat(fit.lowCharge[0]).isEqualTo(1000);
        assertThat(fit.highCharge[0]).isEqualTo(7000);
        assertThat(fit.saturation[0]).isEqualTo(110);
        assertThat(fit.dynamicRange[0]).isEqualTo(90);
    }

    @Test
    void refusesBlocksWithoutPointsOrPixels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GainFit(0, 1, FitSettings.PRODUCTION, Counting.MENDED))
                .withMessage("0 points, 1 pixels per block");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GainFit(1, 0, FitSettings.PRODUCTION, Counting.MENDED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GainLimits(0, 0, 1250))
                .withMessageContaining("chi2/ndf > 0");
    }

    @Test
    void knowsEveryStatusByItsCode() {
        for (GainStatus status : GainStatus.values()) {
            assertThat(GainStatus.of(status.code())).isEqualTo(status);
            assertThat(status.isUsable()).isEqualTo(status.code() > 0);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainStatus.of(2))
                .withMessage("no fit status has code 2");
    }
}
