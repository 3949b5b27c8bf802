package tare.trigger.dsm;

/// One input channel and what feeds it.
public record Wire(String board, int channel, Source source) {
    @Override
    public String toString() {
        return board + " channel " + channel + " <- " + source;
    }
}
