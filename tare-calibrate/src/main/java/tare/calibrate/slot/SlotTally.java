package tare.calibrate.slot;

/// Where all inputs went: arrived = added + waiting + late + repeated.
///
/// @param added inputs that are in finished slots or in the open one
/// @param late inputs that missed the window
/// @param lateSamples what these held
/// @param repeated inputs that came twice
/// @param finished slots
public record SlotTally(long added, long late, long lateSamples, long repeated, long finished) {
    public static final SlotTally ZERO = new SlotTally(0, 0, 0, 0, 0);

    SlotTally plusAdded() {
        return new SlotTally(added + 1, late, lateSamples, repeated, finished);
    }

    SlotTally plusLate(long samples) {
        return new SlotTally(added, late + 1, lateSamples + samples, repeated, finished);
    }

    SlotTally plusRepeated() {
        return new SlotTally(added, late, lateSamples, repeated + 1, finished);
    }

    SlotTally plusFinished() {
        return new SlotTally(added, late, lateSamples, repeated, finished + 1);
    }
}
