package tare.synthetic.sample;

import java.util.Locale;
import tare.core.digi.PointSink;
import tare.core.digi.PointSource;
import tare.synthetic.random.PlacedRandom;

/// Points of each channel along a function: x uniform in a range, y smeared by a Gaussian.
///
/// A point depends on seed, channel and its number alone. All points of a channel come together.
///
/// @param points of each channel
/// @param from smallest x
/// @param until above all x
/// @param sigma spread of y, which is given as its error
public record SimulatedPoints(
        int fromChannel,
        int untilChannel,
        int points,
        long seed,
        Curve curve,
        double from,
        double until,
        double sigma)
        implements PointSource {
    /// The true y of a channel at x.
    @FunctionalInterface
    public interface Curve {
        double y(int channel, double x);
    }

    public SimulatedPoints {
        boolean isRange = 0 <= fromChannel && fromChannel <= untilChannel && points >= 0;
        if (!isRange || !(from < until) || !(sigma >= 0)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d points of channels [%d, %d) in [%s, %s) with spread %s: ranges"
                                    + " must not be empty, numbers not negative",
                            points,
                            fromChannel,
                            untilChannel,
                            from,
                            until,
                            sigma));
        }
    }

    /// Points of all channels.
    public static SimulatedPoints of(
            int channels,
            int points,
            long seed,
            Curve curve,
            double from,
            double until,
            double sigma) {
        return new SimulatedPoints(0, channels, points, seed, curve, from, until, sigma);
    }

    /// The part of some channels.
    public SimulatedPoints channels(int first, int end) {
        return new SimulatedPoints(first, end, points, seed, curve, from, until, sigma);
    }

    @Override
    public void forEach(PointSink sink) {
        var random = new PlacedRandom(seed);
        for (int channel = fromChannel; channel < untilChannel; channel++) {
            for (int point = 0; point < points; point++) {
                random.at(channel, point);
                double x = random.nextDouble(from, until);
                double y = curve.y(channel, x) + sigma * random.nextGaussian();
                sink.add(channel, x, y, sigma);
            }
        }
    }
}
