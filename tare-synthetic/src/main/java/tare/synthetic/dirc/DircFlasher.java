package tare.synthetic.dirc;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import tare.core.channel.ChannelMap;
import tare.core.digi.DigiBatch;
import tare.detectors.dirc.DircEncoder;
import tare.detectors.dirc.DircTimes;

/// Simulates a flasher run: all tubes see the same flashes, each answers as its truth says.
///
/// A time is T0 plus normally distributed noise, most of it the transit time spread of a
/// phototube. Every tube has random numbers of its own, so a fault of one changes nothing in
/// another.
public final class DircFlasher {
    /// Standard deviation of a time before it is counted [ns].
    public static final double RESOLUTION_NANOS = 1.5;

    private static final double HOT_RATE = 0.9;

    /// Hot tubes answer at any time up to this [ns].
    private static final double WINDOW_NANOS = 400;

    private final ChannelMap map;
    private final DircTruth truth;
    private final int flashes;
    private final SplittableRandom[] randoms;

    /// @param flashes 1 or more
    /// @param seed of noise and illumination; the truth has its own
    public DircFlasher(ChannelMap map, DircTruth truth, int flashes, long seed) {
        if (flashes < 1) {
            throw new IllegalArgumentException("a run has 1 flash or more, got " + flashes);
        }
        if (map.size() != truth.tubes()) {
            throw new IllegalArgumentException(
                    "a truth of " + truth.tubes() + " tubes for a map of " + map.size());
        }
        this.map = map;
        this.truth = truth;
        this.flashes = flashes;
        randoms = new SplittableRandom[truth.tubes()];
        var root = new SplittableRandom(seed);
        for (int tube = 0; tube < randoms.length; tube++) randoms[tube] = root.split();
    }

    /// The raw data of the run, flashes numbered from 1.
    ///
    /// @param progress is told how many flashes each step has simulated
    public DircEncoder run(LongConsumer progress) {
        var encoder = new DircEncoder(map);
        var hits = new DigiBatch(2 * truth.tubes());
        for (int flash = 1; flash <= flashes; flash++) {
            hits.clear();
            for (int tube = 0; tube < randoms.length; tube++) answer(tube, randoms[tube], hits);
            encoder.flash(flash, hits);
            progress.accept(1);
        }
        return encoder;
    }

    private void answer(int tube, SplittableRandom random, DigiBatch hits) {
        DircFault fault = truth.fault(tube);
        if (fault == DircFault.DEAD) return;
        if (random.nextDouble() < truth.illumination(tube)) {
            double noise = RESOLUTION_NANOS * random.nextGaussian();
            hits.add(tube, DircTimes.counts(truth.t0Nanos(tube) + noise));
        }
        if (fault == DircFault.HOT && random.nextDouble() < HOT_RATE) {
            hits.add(tube, DircTimes.counts(WINDOW_NANOS * random.nextDouble()));
        }
    }
}
