package tare.conditions.type;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.channel.FitStatus;

/// A condition on every channel of a bank, or on the bank.
///
/// Channels whose flag says [tare.core.channel.Quality#BAD], and those that the detector's status
/// calls bad if the type consults it, are known to be bad and pass all checks but [BadChannels],
/// which counts the former. Those that are [tare.core.channel.Quality#NOT_ASSESSED], because a scan
/// left them out, pass all and count nowhere: a limit is a share of the others. NaN passes no check
/// of a value.
///
/// A range of rms is a [Range] of the field that holds it.
public sealed interface Check {
    /// A check that holds a field against the reference: the bank promoted to that, else the one
    /// valid in the tag at the candidate's begin. Channels that are bad, not assessed or absent
    /// there pass; with no reference the type's policy decides.
    sealed interface Comparison extends Check {
        String field();
    }

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

    /// The value differs by no more than this, in the field's unit, from the reference.
    record Difference(String field, double maxAbsolute) implements Comparison {
        public Difference {
            requireLimit("difference of " + field, maxAbsolute);
        }

        @Override
        public String toString() {
            return field + " within " + maxAbsolute + " of the reference";
        }
    }

    /// The value differs by no more than this share of the reference's value from it. Where that is
    /// 0, only 0 passes.
    ///
    /// @param maxFraction 0.1 is 10 %
    record RelativeDifference(String field, double maxFraction) implements Comparison {
        public RelativeDifference {
            requireLimit("relative difference of " + field, maxFraction);
        }

        @Override
        public String toString() {
            return field + " within " + maxFraction + " times the reference of it";
        }
    }

    /// The difference from the reference in units of its error: `|a - b| <= max sqrt(sa² + sb²)`.
    /// Where both errors are 0, only equal values pass.
    record Significance(String field, Uncertainty uncertainty, double max) implements Comparison {
        public Significance {
            requireLimit("significance of " + field, max);
        }

        @Override
        public String toString() {
            return field + " within " + max + " standard errors of the reference";
        }
    }

    /// Enough samples stand behind a value.
    ///
    /// @param field that holds their number; empty for the header's pulses
    /// @param least 1 or more
    record MinimumEntries(String field, long least) implements Check {
        public MinimumEntries {
            if (least < 1) {
                throw new IllegalArgumentException("minimum entries must be >= 1, got " + least);
            }
        }

        @Override
        public String toString() {
            return (field.isEmpty() ? "pulses" : field) + " at least " + least;
        }
    }

    /// The fit ended in one of these ways.
    record FitStatusIn(Set<FitStatus> allowed) implements Check {
        public FitStatusIn {
            if (allowed.isEmpty() || allowed.contains(FitStatus.UNKNOWN)) {
                throw new IllegalArgumentException(
                        "allow one or more known ends of a fit, got " + allowed);
            }
            allowed = Collections.unmodifiableSet(EnumSet.copyOf(allowed));
        }

        @Override
        public String toString() {
            return "fit status in " + allowed.stream().map(FitStatus::label).toList();
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

    /// A [Rule] that a program brings along, found by name and version.
    record Plugin(String rule, int version, SortedMap<String, String> parameters) implements Check {
        public Plugin {
            if (rule.isBlank() || version < 1) {
                throw new IllegalArgumentException(
                        "a rule has a name and a version >= 1, got '" + rule + "' " + version);
            }
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        public static Plugin of(String rule, int version, Map<String, String> parameters) {
            return new Plugin(rule, version, new TreeMap<>(parameters));
        }

        @Override
        public String toString() {
            return "rule " + rule + "/" + version + (parameters.isEmpty() ? "" : " " + parameters);
        }
    }

    private static void requireLimit(String what, double limit) {
        if (!(limit >= 0)) throw new IllegalArgumentException(what + " must be >= 0, got " + limit);
    }
}
