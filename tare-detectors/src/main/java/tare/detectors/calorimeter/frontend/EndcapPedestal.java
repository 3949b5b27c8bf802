package tare.detectors.calorimeter.frontend;

/// What is added to the 10-bit ADC of an endcap tower, "ped4".
///
/// Source: trigger specification 3, after StTriggerUtilities/Eemc/EEfeeTP.cxx.
final class EndcapPedestal {
    /// From here on the pedestal is taken to lie in the next step of four counts.
    private static final float HIGH = 24;

    private EndcapPedestal() {}

    /// For a tower with this pedestal, in counts of the 12-bit ADC; usually negative or small.
    static int steps(float pedestalAdc) {
        if (!Float.isFinite(pedestalAdc))
            throw new IllegalArgumentException("a pedestal must be a number, got " + pedestalAdc);
        float half = pedestalAdc + 0.5f;
        int floor = (int) Math.floor(half);
        // Integer division goes towards zero, which is what the formula wants.
        return (half > HIGH ? 22 - floor : 25 - floor) / 4;
    }
}
