package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every figure against an independent oracle in rational arithmetic, oracle.py in the resources.
class GoldenTest {

    private static final Fills FILLS = Fills.read();
    private static final Axis UNIFORM = Axis.uniform(10, -2, 3);
    private static final Axis VARIABLE =
            Axis.variable(
                    -2.0005, -1.2505, -0.5005, -0.2505, 0.0005, 0.3005, 0.8005, 1.7505, 2.9995);
    private static final Axis COARSE = Axis.uniform(4, -2, 3);
    private static final BinRange FROM_3_TO_8 = new BinRange(3, 8);
    private static final BinRange FROM_2_TO_4 = new BinRange(2, 4);
    private static final BinRange FROM_1_TO_3 = new BinRange(1, 3);

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvFileSource(resources = "golden.csv")
    void agreesWithExactArithmetic(String histogram, String quantity, int bin, double expected) {
        double actual =
                switch (histogram) {
                    case "uniform" -> read(one(UNIFORM, false), quantity, bin);
                    case "uniform weighted" -> read(one(UNIFORM, true), quantity, bin);
                    case "variable" -> read(one(VARIABLE, false), quantity, bin);
                    case "variable weighted" -> read(one(VARIABLE, true), quantity, bin);
                    case "two" -> read(two(false), quantity, bin);
                    case "two weighted" -> read(two(true), quantity, bin);
                    case "profile" -> read(profile(false), quantity, bin);
                    case "profile weighted" -> read(profile(true), quantity, bin);
                    default -> throw new IllegalArgumentException(histogram);
                };
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static Histogram1D.Snapshot one(Axis axis, boolean weighted) {
        var histogram = new Histogram1D(axis);
        if (weighted) histogram.fill(FILLS.x(), FILLS.weights());
        else histogram.fill(FILLS.x());
        return histogram.snapshot();
    }

    private static Histogram2D.Snapshot two(boolean weighted) {
        var histogram = new Histogram2D(COARSE, Axis.variable(-3, 0, 1, 4));
        if (weighted) histogram.fill(FILLS.x(), FILLS.y(), FILLS.weights());
        else histogram.fill(FILLS.x(), FILLS.y());
        return histogram.snapshot();
    }

    private static Profile1D.Snapshot profile(boolean weighted) {
        var profile = new Profile1D(COARSE);
        if (weighted) profile.fill(FILLS.x(), FILLS.y(), FILLS.weights());
        else profile.fill(FILLS.x(), FILLS.y());
        return profile.snapshot();
    }

    private static double read(Histogram1D.Snapshot histogram, String quantity, int bin) {
        return switch (quantity) {
            case "content" -> histogram.content(bin);
            case "error" -> histogram.error(bin);
            case "integral" -> histogram.integral();
            case "integralFrom3To8" -> histogram.integral(FROM_3_TO_8);
            case String part when part.endsWith("From3To8") ->
                    read(
                            histogram.statistics(FROM_3_TO_8),
                            histogram.shape(FROM_3_TO_8),
                            part.substring(0, part.length() - "From3To8".length()));
            default -> read(histogram.statistics(), histogram.shape(), quantity);
        };
    }

    private static double read(Histogram2D.Snapshot histogram, String quantity, int cell) {
        return switch (quantity) {
            case "content" -> histogram.content(cell % 6, cell / 6);
            case "covariance" -> histogram.statistics().covariance();
            case "correlation" -> histogram.statistics().correlation();
            case "integralOfPart" -> histogram.integral(FROM_2_TO_4, FROM_1_TO_3);
            case String part when part.endsWith("XOfPart") ->
                    read(
                            histogram.statistics(FROM_2_TO_4, FROM_1_TO_3).x(),
                            histogram.shapeX(),
                            part.substring(0, part.length() - "XOfPart".length()));
            case String x when x.endsWith("X") ->
                    read(histogram.statistics().x(), histogram.shapeX(), withoutAxis(x));
            default -> read(histogram.statistics().y(), histogram.shapeY(), withoutAxis(quantity));
        };
    }

    private static double read(Profile1D.Snapshot profile, String quantity, int bin) {
        var shape = new Shape(Double.NaN, Double.NaN, Double.NaN);
        return switch (quantity) {
            case "mean" -> profile.mean(bin);
            case "spread" -> profile.spread(bin);
            case "error" -> profile.error(bin);
            case "effectiveEntries" -> profile.effectiveEntries(bin);
            case String x when x.endsWith("X") ->
                    read(profile.statistics().x(), shape, withoutAxis(x));
            default -> read(profile.statistics().y(), shape, withoutAxis(quantity));
        };
    }

    private static double read(Statistics statistics, Shape shape, String quantity) {
        return switch (quantity) {
            case "mean" -> statistics.mean();
            case "standardDeviation" -> statistics.standardDeviation();
            case "meanError" -> statistics.meanError();
            case "standardDeviationError" -> statistics.standardDeviationError();
            case "effectiveEntries" -> statistics.effectiveEntries();
            case "skewness" -> shape.skewness();
            case "kurtosis" -> shape.kurtosis();
            case "skewnessError" -> shape.skewnessError();
            case "kurtosisError" -> shape.kurtosisError();
            default -> throw new IllegalArgumentException(quantity);
        };
    }

    private static String withoutAxis(String quantity) {
        return quantity.substring(0, quantity.length() - 1);
    }
}
