package tare.export.plot;

import org.jspecify.annotations.Nullable;

/// What an axis or a colour scale shows.
///
/// @param quantity in words: `pedestal`
/// @param unit `ADC`; `1` or empty for a pure number
/// @param limits `null` to follow the data
public record PlotAxis(String quantity, String unit, @Nullable Limits limits) {
    public static PlotAxis of(String quantity, String unit) {
        return new PlotAxis(quantity, unit, null);
    }

    /// The same axis with fixed limits.
    public PlotAxis within(double low, double high) {
        return new PlotAxis(quantity, unit, new Limits(low, high));
    }

    /// `pedestal [ADC]`, or just `entries` for a pure number.
    public String label() {
        return unit.isBlank() || unit.equals("1") ? quantity : quantity + " [" + unit + "]";
    }
}
