package tare.synthetic.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tare.core.digi.SampleSink;
import tare.synthetic.random.PlacedRandom;
import tare.synthetic.random.Poisson;

/// Good channels among which some are dead, hot or noisy.
public final class FaultyChannels implements Response {
    /// How bad the bad channels are.
    ///
    /// @param hotSamples mean number of samples that a hot channel adds to each pulse
    /// @param hotLow smallest such sample
    /// @param hotHigh above all such samples, which are uniform between
    /// @param noiseRms Gaussian spread that a noisy channel adds to its samples
    public record Severity(double hotSamples, double hotLow, double hotHigh, double noiseRms) {
        public Severity {
            if (!(hotSamples >= 0) || !(hotLow < hotHigh) || !(noiseRms >= 0)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "samples %s and spread %s must be >= 0, range [%s, %s) not empty",
                                hotSamples,
                                noiseRms,
                                hotLow,
                                hotHigh));
            }
        }
    }

    private final Response good;
    private final ChannelFault[] faults;
    private final Severity severity;

    /// @param good what channels answer where nothing is wrong
    /// @param faults by channel
    public FaultyChannels(Response good, List<ChannelFault> faults, Severity severity) {
        this.good = good;
        this.faults = faults.toArray(ChannelFault[]::new);
        this.severity = severity;
    }

    /// Faults at random channels, exactly so many of each kind.
    ///
    /// @throws IllegalArgumentException if they are more than there are channels
    public static List<ChannelFault> choose(int channels, int dead, int hot, int noisy, long seed) {
        if (dead < 0 || hot < 0 || noisy < 0 || (long) dead + hot + noisy > channels) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d dead, %d hot and %d noisy channels of %d",
                            dead,
                            hot,
                            noisy,
                            channels));
        }
        int[] order = shuffled(channels, new PlacedRandom(seed));
        ChannelFault[] faults = new ChannelFault[channels];
        Arrays.fill(faults, ChannelFault.NONE);
        for (int i = 0; i < dead + hot + noisy; i++) {
            faults[order[i]] =
                    i < dead
                            ? ChannelFault.DEAD
                            : i < dead + hot ? ChannelFault.HOT : ChannelFault.NOISY;
        }
        return List.of(faults);
    }

    private static int[] shuffled(int channels, RandomGenerator random) {
        int[] order = IntStream.range(0, channels).toArray();
        for (int i = channels - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    @Override
    public void pulse(int channel, RandomGenerator random, SampleSink sink) {
        switch (faults[channel]) {
            case NONE -> good.pulse(channel, random, sink);
            case DEAD -> {}
            case HOT -> {
                good.pulse(channel, random, sink);
                sendAnything(channel, random, sink);
            }
            case NOISY ->
                    good.pulse(
                            channel,
                            random,
                            (same, value) ->
                                    sink.add(
                                            same,
                                            value + severity.noiseRms * random.nextGaussian()));
        }
    }

    private void sendAnything(int channel, RandomGenerator random, SampleSink sink) {
        int samples = Poisson.draw(random, severity.hotSamples);
        for (int i = 0; i < samples; i++) {
            sink.add(channel, random.nextDouble(severity.hotLow, severity.hotHigh));
        }
    }
}
