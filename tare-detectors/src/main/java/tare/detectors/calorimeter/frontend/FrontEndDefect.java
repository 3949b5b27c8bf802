package tare.detectors.calorimeter.frontend;

/// What the reference simulator does wrong in the front end. Each is mended unless it is asked for.
public enum FrontEndDefect {
    /// An ADC below its pedestal becomes negative, and its two's complement an almost full high
    /// tower: a dead tower fires every threshold. Mended: it counts as 0, in high tower and sum,
    /// as in the endcap.
    NEGATIVE_TOWERS("negative ADCs become high towers"),

    /// Masked towers are counted by the map before the swap of 2009. Mended: by the map in force.
    MASKED_COUNT_BEFORE_SWAP("masked towers are counted by the map before the swap"),

    /// Towers that are killed by run do not count as masked. Mended: they do.
    MASKED_COUNT_WITHOUT_KILLS("towers killed by run are not counted as masked"),

    /// Hardware faults of 2009 that were written without an end act in every later year. Mended:
    /// they end with 2009.
    FAULTS_FOR_EVER("hardware faults of 2009 never end"),

    /// Hardware faults act on simulated events as on recorded ones. Mended: only on events that
    /// have real detector signals in them.
    FAULTS_IN_SIMULATION("hardware faults act on simulated events");

    private final String text;

    FrontEndDefect(String text) {
        this.text = text;
    }

    /// One line for people: what the reference does.
    public String text() {
        return text;
    }
}
