package tare.detectors.pixel.raw;

import tare.decode.WordKind;

/// What a 32-bit word of a dump turned out to be. Numbers are the error types of the CMS unpacker
/// (PixelDataFormatter.cc).
public enum PixelWordKind implements WordKind {
    RUN_WORD("run word", Group.FRAME),
    HEADER("block headers", Group.FRAME),
    TRAILER("block trailers", Group.FRAME),
    HIT("pixel hits", Group.HIT),
    DISABLED_CHANNEL("disabled channel (25)", Group.ERROR),
    FIFO_NEARLY_FULL("FIFO nearly full (28)", Group.ERROR),
    TIMEOUT("time-out (29)", Group.ERROR),
    TIMEOUT_SECOND("time-out, second word of the pair (29)", Group.ERROR),
    TBM_TRAILER("TBM trailer (30)", Group.ERROR),
    EVENT_NUMBER("event number mismatch (31)", Group.ERROR),
    INVALID_ROC("invalid or uncabled ROC (36)", Group.ERROR),
    INVALID_PIXEL("invalid pixel address (37)", Group.ERROR),
    TBM_OVERFLOW("TBM overflow (40)", Group.ERROR),
    PADDING("padding", Group.PADDING),
    GAP("gap words (26)", Group.IGNORED),
    FILL("fill words (27)", Group.IGNORED),
    DISABLED_UNCABLED("disabled channel that is not cabled (25)", Group.IGNORED),
    REPEATED("repeated status words, as the reference skips them", Group.IGNORED),
    STRAY("stray words between blocks", Group.REFUSED),
    NO_TRAILER("blocks without a trailer (33)", Group.REFUSED),
    CRC_ERROR("blocks with the CRC flag (39)", Group.REFUSED),
    LEFT_OVER("bytes after the last whole word", Group.REFUSED);

    private final String label;
    private final Group group;

    PixelWordKind(String label, Group group) {
        this.label = label;
        this.group = group;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Group group() {
        return group;
    }
}
