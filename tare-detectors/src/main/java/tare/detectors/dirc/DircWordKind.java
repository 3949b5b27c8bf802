package tare.detectors.dirc;

import tare.decode.WordKind;

/// What a 32-bit word of a TDC file turned out to be.
public enum DircWordKind implements WordKind {
    HEADER("frame headers", Group.FRAME),
    TRAILER("frame trailers", Group.FRAME),
    HIT("hits", Group.HIT),
    UNCABLED("hits of TDC channels without a tube", Group.ERROR),
    CHECKSUM("frames with a wrong checksum", Group.REFUSED),
    OTHER_VERSION("frames of another format version", Group.REFUSED),
    MALFORMED("words in the place of a hit that are none", Group.REFUSED),
    STRAY("words outside whole frames", Group.REFUSED),
    LEFT_OVER("bytes after the last whole word", Group.REFUSED);

    private final String label;
    private final Group group;

    DircWordKind(String label, Group group) {
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
