package tare.core.histogram;

import java.util.Locale;

/// Refuses what cannot be filled, merged or read together.
final class Require {

    private Require() {}

    static void sameLength(double[] x, String name, double[] column) {
        if (column.length != x.length)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%d values but %d %s", x.length, column.length, name));
    }

    static void sameBins(String name, Axis here, Axis there) {
        var difference = here.differenceFrom(there);
        if (difference.isPresent())
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "cannot merge, %s axis \"%s\": %s",
                            name,
                            here.title(),
                            difference.get()));
    }

    static void onAxis(BinRange range, Axis axis) {
        if (range.end() > axis.bins() + 2)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "bins [%d, %d) reach beyond the overflow, bin %d",
                            range.first(),
                            range.end(),
                            axis.bins() + 1));
    }
}
