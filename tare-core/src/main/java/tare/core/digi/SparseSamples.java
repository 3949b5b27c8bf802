package tare.core.digi;

/// Samples with the channel of each: as a zero-suppressed read-out sends them.
///
/// @param channels dense indexes
/// @param values one per entry of `channels`
public record SparseSamples(int[] channels, double[] values) implements SampleSource {
    public SparseSamples {
        if (channels.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " samples of " + channels.length + " channels");
        }
    }

    @Override
    public void forEach(SampleSink sink) {
        for (int i = 0; i < values.length; i++) sink.add(channels[i], values[i]);
    }
}
