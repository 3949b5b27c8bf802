package tare.synthetic.sample;

import java.util.Locale;
import tare.core.digi.SampleSink;
import tare.core.digi.SampleSource;
import tare.synthetic.random.PlacedRandom;

/// Samples as data taking delivers them: all channels of a pulse, then the next pulse.
///
/// A sample depends on seed, channel and pulse alone. Parts, of channels or of pulses, give the
/// samples that the whole gives there, so threads may take one each.
///
/// @param fromChannel first channel
/// @param untilChannel one past the last
/// @param fromPulse first pulse
/// @param untilPulse one past the last
public record SimulatedSamples(
        int fromChannel,
        int untilChannel,
        long fromPulse,
        long untilPulse,
        long seed,
        Response response)
        implements SampleSource {
    public SimulatedSamples {
        boolean isRange = 0 <= fromChannel && fromChannel <= untilChannel;
        if (!isRange || fromPulse < 0 || fromPulse > untilPulse) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "channels [%d, %d) and pulses [%d, %d) must be ranges from 0 up",
                            fromChannel,
                            untilChannel,
                            fromPulse,
                            untilPulse));
        }
    }

    /// All pulses of all channels.
    public static SimulatedSamples of(int channels, long pulses, long seed, Response response) {
        return new SimulatedSamples(0, channels, 0, pulses, seed, response);
    }

    /// The part of some channels.
    public SimulatedSamples channels(int from, int until) {
        return new SimulatedSamples(from, until, fromPulse, untilPulse, seed, response);
    }

    /// The part of some pulses.
    public SimulatedSamples pulses(long from, long until) {
        return new SimulatedSamples(fromChannel, untilChannel, from, until, seed, response);
    }

    @Override
    public void forEach(SampleSink sink) {
        var random = new PlacedRandom(seed);
        for (long pulse = fromPulse; pulse < untilPulse; pulse++) {
            for (int channel = fromChannel; channel < untilChannel; channel++) {
                response.pulse(channel, random.at(channel, pulse), sink);
            }
        }
    }
}
