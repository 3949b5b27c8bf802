package tare.detectors.pixel.lab;

/// Pulse height of a pixel as a function of the injected charge, saturating at the end of the
/// range. Four parameters, numbered as the bench software numbers them.
public sealed interface PulseHeightCurve permits ErrorFunction, HyperbolicTangent {
    /// Pulse height [ADC].
    ///
    /// @param vcal in steps of the low range
    double adc(double vcal);

    /// VCal that gives a pulse height, in steps of the low range; not finite where no charge does.
    double vcal(double adc);

    /// Derivatives of [#adc] by the four parameters.
    void gradient(double vcal, double[] into);

    /// The parameters par0 to par3.
    double[] parameters();
}
