package tare.synthetic.random;

import java.util.random.RandomGenerator;

/// Numbers of events of a rare kind.
public final class Poisson {
    /// Beyond, the product of uniform numbers could vanish.
    private static final double MAX_AT_ONCE = 30;

    private Poisson() {}

    /// Knuth's product of uniform numbers; larger means are divided. The work grows with the mean.
    ///
    /// @return 0 for a mean of 0 or less
    public static int draw(RandomGenerator random, double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= MAX_AT_ONCE) {
            count += drawFew(random, Math.min(left, MAX_AT_ONCE));
        }
        return count;
    }

    private static int drawFew(RandomGenerator random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
