package tare.export.plot;

/// A value per cell as colour, on the perceptually uniform scale viridis; no data is light grey.
///
/// Values beyond the limits get the colour of the nearer end, and the colour bar shows an arrow
/// there.
///
/// @param value quantity; without limits those that hold 98 % of the cells are used
public record DetectorMap(String title, PlotAxis value, Grid grid) implements Plot {
    private static final double TAIL = 0.01;

    /// Values at the two ends of the colour scale.
    public Limits colourLimits() {
        Limits given = value.limits();
        return given == null ? grid.robustLimits(TAIL) : given;
    }
}
