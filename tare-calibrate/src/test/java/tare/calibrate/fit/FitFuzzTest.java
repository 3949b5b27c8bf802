package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldDefinition;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;

/// Ten million channels of random and adversarial numbers in all, through every fit: each ends with
/// a status, nothing throws, and no value is left that is no number.
class FitFuzzTest {
    private static final int BATCH = 5_000;
    private static final long SEED = 9_500_000_007L;

    private static final double[] ADVERSARIAL = {
        0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e200,
        -1e200,
        1e-200,
        1e39,
        1e-39,
        1 + Math.ulp(1),
        1e16,
        1e16 + 2
    };

    private static final long[] COUNTS = {
        0, 1, 2, 3, 100, -1, -100, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private final SplittableRandom random = new SplittableRandom(SEED);

    /// Channels by how their fit ended.
    private final long[] ended = new long[FitStatus.values().length];

    /// How wild a channel's numbers are, drawn anew for each channel.
    private int wildness;

    private double number(double tame) {
        int dice = random.nextInt(100);
        if (wildness == 0 || dice >= 10 * wildness * wildness) return tame;
        if (dice % 3 == 0) return Double.longBitsToDouble(random.nextLong());
        return ADVERSARIAL[random.nextInt(ADVERSARIAL.length)];
    }

    private long count(int tame) {
        boolean isTame = wildness == 0 || random.nextInt(100) >= 10 * wildness;
        return isTame ? random.nextInt(tame + 1) : COUNTS[random.nextInt(COUNTS.length)];
    }

    private void drawWildness() {
        wildness = random.nextInt(4);
    }

    @Test
    void moments() {
        for (int batch = 0; batch < 600; batch++) {
            long[] n = new long[BATCH];
            double[] mean = new double[BATCH];
            double[] squares = new double[BATCH];
            for (int i = 0; i < BATCH; i++) {
                drawWildness();
                n[i] = count(10);
                mean[i] = number(random.nextGaussian());
                squares[i] = number(10 * random.nextDouble());
            }
            check(new MomentsFit("ADC"), new SumColumns(n, mean, squares));
        }
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.NON_FINITE_RESULT);
    }

    @ParameterizedTest
    @EnumSource(EfficiencyInterval.Method.class)
    void efficiencies(EfficiencyInterval.Method method) {
        int batches = method == EfficiencyInterval.Method.WILSON ? 300 : 20;
        var fit = new EfficiencyFit(new EfficiencyInterval(method, 0.95));
        for (int batch = 0; batch < batches; batch++) {
            long[] passed = new long[BATCH];
            long[] total = new long[BATCH];
            for (int i = 0; i < BATCH; i++) {
                drawWildness();
                total[i] = count(1000);
                passed[i] = count(Math.clamp(total[i], 0, 1000));
            }
            check(fit, new PassColumns(passed, total));
        }
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.NON_FINITE_RESULT);
    }

    @Test
    void linesThroughPoints() {
        for (int batch = 0; batch < 560; batch++) check(new ScatterLineFit("DAC", "ADC"), points());
        assertSeenByLines();
    }

    @Test
    void polynomials() {
        for (int batch = 0; batch < 40; batch++) check(new PolynomialFit(batch % 4), points());
        assertSeenByLines();
    }

    private void assertSeenByLines() {
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.SINGULAR_MATRIX,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.NON_FINITE_RESULT);
    }

    private PointColumns points() {
        int capacity = 1 + random.nextInt(6);
        int[] n = new int[BATCH];
        double[] x = new double[capacity * BATCH];
        double[] y = new double[capacity * BATCH];
        double[] dy = new double[capacity * BATCH];
        for (int i = 0; i < BATCH; i++) {
            drawWildness();
            n[i] = Math.clamp(count(capacity), Integer.MIN_VALUE, Integer.MAX_VALUE);
            int places = 1 + random.nextInt(4);
            for (int at = i; at < x.length; at += BATCH) {
                x[at] = number(random.nextInt(places));
                y[at] = number(random.nextGaussian());
                dy[at] = number(0.1 + random.nextDouble());
            }
        }
        return PointColumns.byPoint(n, capacity, x, y, dy);
    }

    @ParameterizedTest
    @EnumSource(BinErrors.class)
    void linesThroughHistograms(BinErrors errors) {
        var fit = new HistogramLineFit("ns", errors);
        for (int batch = 0; batch < 100; batch++) check(fit, histograms(1 + random.nextInt(8)));
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.NON_FINITE_RESULT,
                FitStatus.OUT_OF_HISTOGRAM_RANGE);
    }

    @Test
    void peaksInClosedForm() {
        for (int batch = 0; batch < 100; batch++) {
            double fraction = batch % 2 == 0 ? LogParabolaFit.TWO_SIGMA : 1e-9;
            check(new LogParabolaFit("ns", fraction), histograms(1 + random.nextInt(12)));
        }
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.NON_FINITE_RESULT,
                FitStatus.OUT_OF_HISTOGRAM_RANGE);
    }

    @Test
    void peaksByLikelihood() {
        for (int batch = 0; batch < 16; batch++) {
            double fraction = batch % 2 == 0 ? 0 : LogParabolaFit.TWO_SIGMA;
            check(new PeakLikelihoodFit("ns", fraction), histograms(1 + random.nextInt(12)));
        }
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.AT_BOUND,
                FitStatus.OUT_OF_HISTOGRAM_RANGE);
    }

    private HistogramColumns histograms(int bins) {
        return random.nextInt(3) == 0 ? weighted(bins) : counted(bins);
    }

    /// Noise, empty bins, and peaks of any width and place.
    private int content(int bin, double place, double width, int size) {
        double z = (bin - place) / width;
        return (int) Math.round(size * Math.exp(-0.5 * z * z) * random.nextDouble(0.9, 1.1));
    }

    private HistogramColumns counted(int bins) {
        long[] counts = new long[BATCH * (bins + 2)];
        for (int i = 0; i < BATCH; i++) {
            drawWildness();
            double place = random.nextDouble(-3, bins + 3);
            double width = random.nextDouble(0.05, 4);
            int size = random.nextInt(3) * random.nextInt(1000);
            for (int bin = 0; bin < bins + 2; bin++) {
                long tame = content(bin, place, width, size);
                counts[i * (bins + 2) + bin] = random.nextInt(40) < wildness ? count(100) : tame;
            }
        }
        return new HistogramColumns.Counted(bins, -5, 5, counts);
    }

    private HistogramColumns weighted(int bins) {
        double[] sums = new double[BATCH * (bins + 2)];
        double[] squares = new double[sums.length];
        for (int i = 0; i < BATCH; i++) {
            drawWildness();
            double place = random.nextDouble(0, bins);
            for (int bin = 0; bin < bins + 2; bin++) {
                int at = i * (bins + 2) + bin;
                sums[at] = number(0.5 * content(bin, place, 2, 100));
                squares[at] = number(0.25 * content(bin, place, 2, 100));
            }
        }
        return new HistogramColumns.Weighted(bins, -5, 5, sums, squares);
    }

    @Test
    void thresholds() {
        for (int batch = 0; batch < 44; batch++) {
            int steps = random.nextInt(9);
            wildness = random.nextInt(8) == 0 ? 1 : 0;
            double[] x = new double[steps];
            for (int step = 0; step < steps; step++) {
                x[step] = number(random.nextInt(4) == 0 ? 1 : step);
            }
            check(new ThresholdFit("DAC"), responses(x));
        }
        assertSeen(
                FitStatus.OK,
                FitStatus.NO_DATA,
                FitStatus.TOO_FEW_SAMPLES,
                FitStatus.NON_FINITE_INPUT,
                FitStatus.AT_BOUND,
                FitStatus.OUT_OF_HISTOGRAM_RANGE);
    }

    private StepColumns responses(double[] x) {
        long[][] passed = new long[x.length][BATCH];
        long[][] total = new long[x.length][BATCH];
        for (int i = 0; i < BATCH; i++) {
            drawWildness();
            double place = random.nextDouble(-2, 10);
            double width = random.nextDouble(-2, 2);
            for (int step = 0; step < x.length; step++) {
                double p = Normal.cdf((step - place) / width);
                total[step][i] = count(50);
                passed[step][i] =
                        wildness > 1
                                ? count(Math.clamp(total[step][i], 0, 100))
                                : Math.round(p * total[step][i]);
            }
        }
        return new StepColumns(BATCH, x, passed, total);
    }

    /// Designs with equal, opposite, empty and nearly equal columns.
    @Test
    void leastSquares() {
        for (int i = 0; i < 20 * BATCH; i++) {
            drawWildness();
            int parameters = 1 + random.nextInt(4);
            int points = random.nextInt(8);
            double[] design = new double[8 * parameters];
            double[] y = new double[8];
            double[] sigma = new double[8];
            for (int row = 0; row < 8; row++) {
                for (int k = 0; k < parameters; k++) {
                    boolean isCopy = k > 0 && i % 3 == 0;
                    double tame = isCopy ? design[row * parameters] : random.nextInt(-2, 3);
                    design[row * parameters + k] = number(tame);
                }
                y[row] = number(random.nextGaussian());
                sigma[row] = number(0.1 + random.nextDouble());
            }
            checkLeastSquares(parameters, points, design, y, sigma);
        }
        assertSeenByLines();
    }

    private void checkLeastSquares(
            int parameters, int points, double[] design, double[] y, double[] sigma) {
        var fit = new LinearLeastSquares(8, parameters);
        FitStatus status = fit.fit(design, y, sigma, points);
        ended[status.ordinal()]++;
        if (status != FitStatus.OK) return;
        boolean isFinite = Double.isFinite(fit.chi2()) && fit.condition() >= 1 - 1e-12;
        for (int k = 0; k < parameters; k++) {
            isFinite &= Double.isFinite(fit.parameter(k)) && Double.isFinite(fit.error(k));
        }
        assertThat(isFinite).as("seed %d", SEED).isTrue();
    }

    private <A extends FitInput> void check(ChannelFit<A> fit, A input) {
        BankBuilder results = Rows.fit(fit, input);
        FitStatus[] status = new FitStatus[BATCH];
        for (int i = 0; i < BATCH; i++) {
            var flag = new ChannelFlag(results.flags()[i]);
            status[i] = flag.fitStatus();
            ended[status[i].ordinal()]++;
            if (flag.quality() != quality(status[i])) fail(fit, i, "is " + flag);
        }
        for (FieldDefinition field : fit.layout().fields()) {
            String name = field.name();
            switch (field.type()) {
                case F32 -> checkFloats(fit, name, results.floats(name), status);
                case F64 -> checkDoubles(fit, name, results.doubles(name), status);
                case I32 -> checkInts(fit, name, results.ints(name));
                case I64 -> throw new AssertionError("no fit has such a column: " + name);
            }
        }
    }

    private static Quality quality(FitStatus status) {
        return switch (status) {
            case OK -> Quality.GOOD;
            case AT_BOUND -> Quality.SUSPECT;
            default -> Quality.BAD;
        };
    }

    private static void checkFloats(
            ChannelFit<?> fit, String field, float[] values, FitStatus[] status) {
        int length = values.length / BATCH;
        for (int i = 0; i < values.length; i++) {
            boolean isBad = quality(status[i / length]) == Quality.BAD;
            if (!Float.isFinite(values[i]) || isBad && values[i] != 0) {
                fail(fit, i / length, "has " + field + " " + values[i]);
            }
        }
    }

    private static void checkDoubles(
            ChannelFit<?> fit, String field, double[] values, FitStatus[] status) {
        int length = values.length / BATCH;
        for (int i = 0; i < values.length; i++) {
            boolean isBad = quality(status[i / length]) == Quality.BAD;
            if (!Double.isFinite(values[i]) || isBad && values[i] != 0) {
                fail(fit, i / length, "has " + field + " " + values[i]);
            }
        }
    }

    private static void checkInts(ChannelFit<?> fit, String field, int[] values) {
        for (int i = 0; i < BATCH; i++) {
            if (values[i] < 0) fail(fit, i, "has " + field + " " + values[i]);
        }
    }

    private static void fail(ChannelFit<?> fit, int row, String what) {
        throw new AssertionError(
                fit.layout() + ", seed " + SEED + ", channel " + row + ": " + what);
    }

    /// The fuzz reaches every way in which a fit can end.
    private void assertSeen(FitStatus... expected) {
        var seen = EnumSet.noneOf(FitStatus.class);
        for (FitStatus status : FitStatus.values()) {
            if (ended[status.ordinal()] > 0) seen.add(status);
        }
        assertThat(seen).as("seed %d", SEED).contains(expected);
        assertThat(seen).doesNotContain(FitStatus.NOT_FITTED, FitStatus.UNKNOWN);
    }
}
