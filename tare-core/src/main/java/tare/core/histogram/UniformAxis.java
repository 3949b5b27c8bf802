package tare.core.histogram;

/// Bins of equal width.
record UniformAxis(int bins, double min, double max, String title, String unit) implements Axis {

    UniformAxis {
        if (bins < 1 || bins > Cells.MAX_CELLS - 2)
            throw new IllegalArgumentException(
                    "an axis needs 1 to " + (Cells.MAX_CELLS - 2) + " bins, got " + bins);
        if (!(min < max) || !Double.isFinite(bins * (max - min)))
            throw new IllegalArgumentException(
                    "axis limits must be finite and rising, got [" + min + ", " + max + ")");
    }

    @Override
    public Axis labelled(String title, String unit) {
        return new UniformAxis(bins, min, max, title, unit);
    }

    /// The order of the operations is ROOT's. A value a rounding below `max` may come out as
    /// overflow, there as here.
    @Override
    public int bin(double x) {
        if (x < min) return 0;
        if (!(x < max)) return bins + 1; // catches NaN
        return 1 + (int) (bins * (x - min) / (max - min));
    }

    @Override
    public double lowEdge(int bin) {
        return bin == bins + 1 ? max : min + (bin - 1) * ((max - min) / bins);
    }
}
