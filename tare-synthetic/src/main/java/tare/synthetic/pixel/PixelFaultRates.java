package tare.synthetic.pixel;

/// How common faulty pixels are, as probabilities 0 to 1; per ROC for dead ROCs, per double column
/// for dead double columns, per pixel for the rest.
public record PixelFaultRates(
        double deadRoc,
        double deadDoubleColumn,
        double dead,
        double noisy,
        double earlyPlateau,
        double shiftedPedestal,
        double inefficient) {
    public static final PixelFaultRates NONE = new PixelFaultRates(0, 0, 0, 0, 0, 0, 0);

    /// Something of everything, as a detector after some years might show.
    public static final PixelFaultRates SOME =
            new PixelFaultRates(5e-3, 2e-4, 5e-4, 1e-4, 1e-4, 1e-3, 2e-4);

    public PixelFaultRates {
        requireProbability("dead ROC", deadRoc);
        requireProbability("dead double column", deadDoubleColumn);
        requireProbability(
                "faulty pixel", dead + noisy + earlyPlateau + shiftedPedestal + inefficient);
        for (double rate : new double[] {dead, noisy, earlyPlateau, shiftedPedestal, inefficient}) {
            requireProbability("faulty pixel", rate);
        }
    }

    static void requireProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "probability of " + what + " must be 0..1, got " + value);
        }
    }

    /// The fault of a pixel in a working ROC and double column.
    ///
    /// @param uniform a random number in `[0, 1)`
    PixelFault pixel(double uniform) {
        double above = uniform - dead;
        if (above < 0) return PixelFault.DEAD;
        above -= noisy;
        if (above < 0) return PixelFault.NOISY;
        above -= earlyPlateau;
        if (above < 0) return PixelFault.EARLY_PLATEAU;
        above -= shiftedPedestal;
        if (above < 0) return PixelFault.SHIFTED_PEDESTAL;
        return above - inefficient < 0 ? PixelFault.INEFFICIENT : PixelFault.NONE;
    }
}
