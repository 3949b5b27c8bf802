package tare.detectors.pixel.lab;

import tare.core.channel.FitStatus;

/// How the fit of a pulse-height curve ended.
public sealed interface FitOutcome {
    /// How the channel's flag says it.
    FitStatus status();

    /// A curve through the points.
    ///
    /// @param curve in the shifted VCal of the fit's rules
    /// @param points that took part
    /// @param chi2 sum of squared residuals in units of the points' errors
    /// @param rmsResidualAdc root of the mean squared residual of these points [ADC]
    /// @param status `OK`, or `AT_BOUND` where a parameter was held at its bound
    record Converged(
            PulseHeightCurve curve,
            int points,
            double chi2,
            double rmsResidualAdc,
            FitStatus status)
            implements FitOutcome {}

    /// No curve.
    ///
    /// @param status why, in one word
    /// @param reason why, with numbers
    record Failed(FitStatus status, String reason) implements FitOutcome {}
}
