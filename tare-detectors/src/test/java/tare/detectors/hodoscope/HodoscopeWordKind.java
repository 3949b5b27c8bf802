package tare.detectors.hodoscope;

import tare.decode.WordKind;

/// What a 32-bit word turned out to be.
enum HodoscopeWordKind implements WordKind {
    HEADER("event headers", Group.FRAME),
    TRAILER("event trailers", Group.FRAME),
    HIT("hits", Group.HIT),
    DAMAGED("words of damaged events", Group.REFUSED),
    STRAY("words outside events", Group.REFUSED),
    LEFT_OVER("bytes after the last whole word", Group.REFUSED);

    private final String label;
    private final Group group;

    HodoscopeWordKind(String label, Group group) {
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
