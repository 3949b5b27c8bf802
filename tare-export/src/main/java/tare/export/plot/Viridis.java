package tare.export.plot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

/// The perceptually uniform colour scale viridis, dark blue to yellow, in 256 steps.
///
/// The colours and their origin are in `viridis.txt`.
final class Viridis {
    private static final int STEPS = 256;
    private static final int[] RGB = load();

    private Viridis() {}

    /// The colour of a value between the limits; values beyond them get the colour of the nearer
    /// end.
    static int rgb(double value, Limits limits) {
        double fraction = (value - limits.low()) / (limits.high() - limits.low());
        return RGB[Math.clamp((int) Math.floor(fraction * STEPS), 0, STEPS - 1)];
    }

    private static int[] load() {
        try (InputStream in = Viridis.class.getResourceAsStream("viridis.txt")) {
            if (in == null) throw new IllegalStateException("viridis.txt is missing from the jar");
            int[] colours =
                    new String(in.readAllBytes(), US_ASCII)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> Stream.of(line.split(" ")))
                            .mapToInt(colour -> Integer.parseInt(colour, 16))
                            .toArray();
            if (colours.length != STEPS) {
                throw new IllegalStateException(
                        "viridis.txt holds " + colours.length + " colours, not " + STEPS);
            }
            return Arrays.copyOf(colours, STEPS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
