package tare.conditions.type;

/// How many channels of a bank may fail.
public sealed interface FailureLimit {
    /// A number of channels.
    ///
    /// @param channels 1 or more; one less may fail
    record FewerThan(int channels) implements FailureLimit {
        public FewerThan {
            if (channels < 1) {
                throw new IllegalArgumentException("a limit is 1 channel or more, got " + channels);
            }
        }

        @Override
        public String toString() {
            return "fewer than " + channels;
        }
    }

    /// A share of a bank's channels that were assessed.
    ///
    /// @param fraction above 0, at most 1
    record FewerThanFraction(double fraction) implements FailureLimit {
        public FewerThanFraction {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new IllegalArgumentException("a fraction is in (0, 1], got " + fraction);
            }
        }

        @Override
        public String toString() {
            return "fewer than " + fraction * 100 + " %";
        }
    }

    /// Whether so many failing channels pass; none always do.
    default boolean allows(int failing, int channels) {
        if (failing == 0) return true;
        return switch (this) {
            case FewerThan(int n) -> failing < n;
            case FewerThanFraction(double fraction) -> failing < fraction * channels;
        };
    }
}
