package tare.calibrate.accumulate;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import tare.core.bank.Bank;

/// An accumulator with what tests of all of them need: a fresh one, random input, the way back from
/// a bank.
///
record Kind<A extends Accumulator<A, ?>>(
        String name, Supplier<A> fresh, Input<A> input, Function<Bank, A> fromBank) {
    static final int CHANNELS = 7;

    /// Adds one random sample of the kind.
    interface Input<A> {
        void add(A accumulator, SplittableRandom random);
    }

    static Kind<?>[] all() {
        return new Kind<?>[] {
            new Kind<>(
                    "efficiency",
                    () -> new EfficiencyCounters(CHANNELS),
                    (a, random) -> a.add(random.nextInt(CHANNELS), random.nextInt(20) * 0.25 - 1),
                    EfficiencyCounters::fromBank),
            new Kind<>(
                    "sums",
                    () -> new Sums(CHANNELS),
                    (a, random) -> a.add(random.nextInt(CHANNELS), sample(random)),
                    Sums::fromBank),
            new Kind<>(
                    "histogram",
                    () -> new HistogramCounters(CHANNELS, 20, -2, 3),
                    (a, random) -> a.add(random.nextInt(CHANNELS), sample(random)),
                    HistogramCounters::fromBank),
            new Kind<>(
                    "weighted histogram",
                    () -> new WeightedHistogramCounters(CHANNELS, 20, -2, 3),
                    (a, random) -> a.add(random.nextInt(CHANNELS), sample(random), weight(random)),
                    WeightedHistogramCounters::fromBank),
            new Kind<>(
                    "scatter",
                    () -> new ScatterPoints(CHANNELS, 50),
                    (a, random) ->
                            a.add(
                                    random.nextInt(CHANNELS),
                                    sample(random),
                                    random.nextGaussian(),
                                    random.nextDouble() - 0.05),
                    ScatterPoints::fromBank)
        };
    }

    /// Mostly Gaussian, now and then what a bad channel sends.
    private static double sample(SplittableRandom random) {
        return switch (random.nextInt(50)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -Double.MAX_VALUE;
            case 3 -> -0.0;
            default -> random.nextGaussian();
        };
    }

    /// Multiples of 1/8, whose sums are exact.
    private static double weight(SplittableRandom random) {
        return random.nextInt(40) == 0 ? Double.NaN : random.nextInt(-20, 80) / 8.0;
    }

    A filled(long seed, int samples) {
        A accumulator = fresh.get();
        fill(accumulator, seed, samples);
        return accumulator;
    }

    void fill(A accumulator, long seed, int samples) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < samples; i++) input.add(accumulator, random);
    }

    @Override
    public String toString() {
        return name;
    }
}
