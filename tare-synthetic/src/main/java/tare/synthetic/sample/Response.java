package tare.synthetic.sample;

import java.util.random.RandomGenerator;
import tare.core.digi.SampleSink;
import tare.synthetic.random.Poisson;

/// What a channel answers to a pulse.
@FunctionalInterface
public interface Response {
    /// Pushes the answer: usually one sample, none where a channel is silent, more where it is
    /// noisy.
    ///
    /// @param random at the place of this channel and pulse
    void pulse(int channel, RandomGenerator random, SampleSink sink);

    /// Gaussian samples.
    ///
    /// @param mean by channel
    /// @param rms by channel, in the same unit
    static Response gauss(double[] mean, double[] rms) {
        if (mean.length != rms.length) {
            throw new IllegalArgumentException(
                    mean.length + " means, but " + rms.length + " widths");
        }
        return (channel, random, sink) ->
                sink.add(channel, mean[channel] + rms[channel] * random.nextGaussian());
    }

    /// Numbers of rare events.
    ///
    /// @param mean by channel
    static Response poisson(double[] mean) {
        return (channel, random, sink) -> sink.add(channel, Poisson.draw(random, mean[channel]));
    }
}
