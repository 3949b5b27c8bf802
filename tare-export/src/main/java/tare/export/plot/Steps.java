package tare.export.plot;

import java.util.Locale;
import tare.core.histogram.Histogram1D;

/// A histogram drawn as a step line.
///
/// @param label what distinguishes it from others in the plot: `layer 1`
public record Steps(String label, Histogram1D.Snapshot counts) {
    public Steps {
        for (int bin = 1; bin <= counts.axis().bins(); bin++) {
            if (!Double.isFinite(counts.content(bin))) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "histogram '%s': bin %d holds %s, which no height shows",
                                label,
                                bin,
                                counts.content(bin)));
            }
        }
    }

    /// Fills outside the axis, sum of weights.
    double outside() {
        return counts.content(0) + counts.content(counts.axis().bins() + 1);
    }
}
