package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.BoardWords;

/// Inputs of the last board, by name. Each bit of the word belongs to one channel and input bit.
///
/// Only [#EM201] is simulated; the other channels bring detectors that this simulation does not
/// have, and are 0 unless someone fills them.
enum LastBoardWord {
    MTD(0),
    VERTEX(1),
    EM201(3),
    LIVE(4),
    FMS(5),
    ZERO_BIAS(6);

    private final int channel;

    LastBoardWord(int channel) {
        this.channel = channel;
    }

    int[] of(BoardWords words) {
        return words.inputs()[channel];
    }
}
