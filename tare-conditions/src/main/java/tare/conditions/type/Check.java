package tare.conditions.type;

/// A condition on every channel of a bank, or on the bank.
///
/// Channels whose flag says [tare.core.channel.Quality#BAD] are known to be bad and pass all checks
/// but [BadChannels], which counts them. Those that are
/// [tare.core.channel.Quality#NOT_ASSESSED], because a scan left them out, pass all and count
/// nowhere: a limit is a share of the others. NaN passes no check of a value.
public sealed interface Check {
    /// The value lies within `[min, max]`, both included, in the field's unit.
    record Range(String field, double min, double max) implements Check {
        public Range {
            if (!(min <= max)) {
                throw new IllegalArgumentException(
                        "range of " + field + " is empty: " + min + " to " + max);
            }
        }

        @Override
        public String toString() {
            return field + " within " + min + " to " + max;
        }
    }

    /// The value differs by no more than this, in the field's unit, from the reference: the bank
    /// that is valid in the tag at the candidate's begin. Channels that are bad, not assessed or
    /// absent there pass; with no reference all do, and the verdict warns.
    record Difference(String field, double maxAbsolute) implements Check {
        public Difference {
            if (!(maxAbsolute >= 0)) {
                throw new IllegalArgumentException(
                        "difference of " + field + " must be >= 0, got " + maxAbsolute);
            }
        }

        @Override
        public String toString() {
            return field + " within " + maxAbsolute + " of the reference";
        }
    }

    /// The flag's bits under a mask are exactly these.
    record FlagRequired(int mask, int bits) implements Check {
        public FlagRequired {
            if (mask <= 0 || (bits & ~mask) != 0) {
                throw new IllegalArgumentException(
                        "required flag bits 0x"
                                + Integer.toHexString(bits)
                                + " must lie within a positive mask, got 0x"
                                + Integer.toHexString(mask));
            }
        }

        @Override
        public String toString() {
            return "flag & 0x" + Integer.toHexString(mask) + " = 0x" + Integer.toHexString(bits);
        }
    }

    /// The number of bad channels is within a limit of its own.
    record BadChannels(FailureLimit limit) implements Check {
        @Override
        public String toString() {
            return limit + " bad channels";
        }
    }
}
