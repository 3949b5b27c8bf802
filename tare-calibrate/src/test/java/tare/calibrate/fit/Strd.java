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

/// A problem of NIST's Statistical Reference Datasets with its certified answer.
///
/// @param predictors by row
record Strd(String name, double[][] predictors, double[] y, List<String[]> certified) {
    private static final double NINE_DIGITS = 1e-9;

    static Strd read(String name) throws IOException {
        List<String[]> rows = rows(name + ".csv");
        double[][] numbers =
                rows.stream()
                        .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                        .toArray(double[][]::new);
        double[][] predictors = new double[numbers.length][];
        double[] y = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int last = numbers[i].length - 1;
            predictors[i] = Arrays.copyOf(numbers[i], last);
            y[i] = numbers[i][last];
        }
        List<String[]> certified =
                rows("certified.csv").stream().filter(row -> row[0].equals(name)).toList();
        return new Strd(name, predictors, y, certified);
    }

    private static List<String[]> rows(String resource) throws IOException {
        var stream = Objects.requireNonNull(Strd.class.getResourceAsStream(resource));
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    int points() {
        return y.length;
    }

    int parameters() {
        return certified.size() - 1;
    }

    double[] x() {
        return Arrays.stream(predictors).mapToDouble(row -> row[0]).toArray();
    }

    /// Spread of the residuals; certified errors are scaled to it.
    double spread(double chi2) {
        return Math.sqrt(chi2 / (points() - parameters()));
    }

    void assertParameter(int k, double estimate, double error, double chi2) {
        assertCertified("B" + k, estimate, certified.get(k)[2]);
        assertCertified("error of B" + k, error * spread(chi2), certified.get(k)[3]);
    }

    void assertSpread(double chi2) {
        assertCertified("spread", spread(chi2), certified.getLast()[2]);
    }

    /// Where 0 is certified, it is compared with the size of y.
    private void assertCertified(String what, double actual, String certifiedText) {
        double value = Double.parseDouble(certifiedText);
        double size = value == 0 ? Arrays.stream(y).map(Math::abs).max().orElseThrow() : value;
        assertThat(actual)
                .as("%s of %s", what, name)
                .isCloseTo(value, within(NINE_DIGITS * Math.abs(size)));
    }
}
