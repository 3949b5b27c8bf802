package tare.core.digi;

/// Samples of all channels, row after row: as a read-out without zero suppression sends them.
///
/// @param channels values in a row
/// @param values sample `row * channels + channel`
public record DenseSamples(int channels, double[] values) implements SampleSource {
    public DenseSamples {
        if (channels < 1 || values.length % channels != 0) {
            throw new IllegalArgumentException(
                    values.length + " samples are no rows of " + channels + " channels");
        }
    }

    @Override
    public void forEach(SampleSink sink) {
        for (int row = 0; row < values.length; row += channels) {
            for (int channel = 0; channel < channels; channel++) {
                sink.add(channel, values[row + channel]);
            }
        }
    }
}
