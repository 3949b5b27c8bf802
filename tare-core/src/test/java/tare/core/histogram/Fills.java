package tare.core.histogram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The fills behind golden.csv, as columns.
record Fills(List<double[]> rows) {

    static Fills read() {
        var stream = Objects.requireNonNull(Fills.class.getResourceAsStream("fills.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return new Fills(
                    reader.lines().filter(line -> !line.startsWith("#")).map(Fills::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    double[] x() {
        return column(0);
    }

    double[] y() {
        return column(1);
    }

    double[] weights() {
        return column(2);
    }

    private double[] column(int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
