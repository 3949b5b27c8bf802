package tare.calibrate.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ozone monitors compared at NIST, 36 points over three decades: certified values of the
/// Statistical Reference Datasets, to 9 digits.
class NorrisTest {

    private static final int POINTS = 36;
    private static final double NINE_DIGITS = 1e-9;

    private final LineFits fits = new LineFits(1);

    @BeforeEach
    void fit() throws IOException {
        List<double[]> rows = read();
        assertThat(rows).hasSize(POINTS);
        double[] x = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[][] y = rows.stream().map(row -> new double[] {row[1]}).toArray(double[][]::new);
        double[][] weight = rows.stream().map(_ -> new double[] {1}).toArray(double[][]::new);
        fits.fit(x, y, weight);
    }

    private static List<double[]> read() throws IOException {
        var stream = Objects.requireNonNull(NorrisTest.class.getResourceAsStream("norris.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NorrisTest::row)
                    .toList();
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void interceptIsTheCertifiedOne() {
        assertCertified(fits.intercept(0), -0.262323073774029);
    }

    @Test
    void slopeIsTheCertifiedOne() {
        assertCertified(fits.slope(0), 1.00211681802045);
    }

    @Test
    void residualSumOfSquaresIsTheCertifiedOne() {
        assertCertified(fits.chi2(0), 26.6173985294224);
    }

    /// Certified errors are scaled to the residuals' spread.
    @Test
    void errorsAreTheCertifiedOnes() {
        double residualSpread = Math.sqrt(fits.chi2(0) / (POINTS - 2));
        assertCertified(residualSpread, 0.884796396144373);
        assertCertified(residualSpread * fits.interceptError(0), 0.232818234301152);
        assertCertified(residualSpread * fits.slopeError(0), 0.429796848199937e-3);
    }

    private static void assertCertified(double actual, double certified) {
        assertThat(actual).isCloseTo(certified, within(NINE_DIGITS * Math.abs(certified)));
    }
}
