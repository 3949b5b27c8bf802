package tare.core.histogram;

/// Refuses what cannot be filled, merged or read together.
final class Require {

    private Require() {}

    static void sameLength(double[] x, String name, double[] column) {
        if (column.length != x.length)
            throw new IllegalArgumentException(
                    "%d values but %d %s".formatted(x.length, column.length, name));
    }

    static void sameBins(String name, Axis here, Axis there) {
        var difference = here.differenceFrom(there);
        if (difference.isPresent())
            throw new IllegalArgumentException(
                    "cannot merge, %s axis \"%s\": %s"
                            .formatted(name, here.title(), difference.get()));
    }

    static void onAxis(BinRange range, Axis axis) {
        if (range.end() > axis.bins() + 2)
            throw new IllegalArgumentException(
                    "bins [%d, %d) reach beyond the overflow, bin %d"
                            .formatted(range.first(), range.end(), axis.bins() + 1));
    }
}
