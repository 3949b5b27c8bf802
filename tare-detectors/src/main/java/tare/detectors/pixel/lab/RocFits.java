package tare.detectors.pixel.lab;

import tare.detectors.pixel.gain.FitSettings;

/// All three models fitted to every pixel of one ROC. Immutable.
///
/// @param roc position in the module, 0..15
/// @param lines the production straight line
/// @param errorFunctions over the full range
/// @param tangents over the full range
public record RocFits(
        int roc, LabScan scan, RocLines lines, RocCurves errorFunctions, RocCurves tangents) {

    /// Fits a ROC: the line by the rules of production, the curves by plain least squares.
    public static RocFits of(int roc, LabScan scan) {
        return new RocFits(
                roc,
                scan,
                RocLines.fit(scan, FitSettings.PRODUCTION),
                curves(scan, CurveFamily.ERROR_FUNCTION),
                curves(scan, CurveFamily.HYPERBOLIC_TANGENT));
    }

    private static RocCurves curves(LabScan scan, CurveFamily family) {
        return RocCurves.fit(scan, new PulseHeightFit(family, FitRules.LEAST_SQUARES));
    }

    /// Whether a pixel has a result of a model that may be used.
    public boolean isFitted(PulseHeightModel model, int pixel) {
        return switch (model) {
            case LINE -> lines.status(pixel).isUsable();
            case ERROR_FUNCTION -> errorFunctions.curve(pixel).isPresent();
            case HYPERBOLIC_TANGENT -> tangents.curve(pixel).isPresent();
        };
    }

    /// Pulse height of a pixel in a model [ADC]; NaN if it has no fit.
    public double adc(PulseHeightModel model, int pixel, double vcalLow) {
        return switch (model) {
            case LINE -> lines.adc(pixel, vcalLow);
            case ERROR_FUNCTION -> errorFunctions.adc(pixel, vcalLow);
            case HYPERBOLIC_TANGENT -> tangents.adc(pixel, vcalLow);
        };
    }
}
