package tare.conditions.type;

import java.util.List;
import java.util.Locale;

/// Why a bank was not accepted.
public sealed interface Failure {
    /// In one line of text.
    String brief();

    /// The bank is not what its type and the detector say it is. This can never be overridden.
    ///
    /// @param differences all that were found, in words
    record Structure(List<String> differences) implements Failure {
        public Structure {
            differences = List.copyOf(differences);
        }

        @Override
        public String brief() {
            return toString();
        }

        @Override
        public String toString() {
            return "structure: " + String.join("; ", differences);
        }
    }

    /// There is nothing to compare with, and the type insists on it.
    record NoReference(Check check) implements Failure {
        @Override
        public String brief() {
            return toString();
        }

        @Override
        public String toString() {
            return "no reference: cannot check that "
                    + check
                    + "; the first of its kind needs authorisation to bootstrap";
        }
    }

    /// Too many channels fail.
    ///
    /// @param failing channels that fail this check
    /// @param channels of the bank that were assessed
    /// @param limit of channels that fail any check of a channel, or of this check if it is on the
    ///     bank
    /// @param examples the first few
    record Content(
            Check check, int failing, int channels, FailureLimit limit, List<Example> examples)
            implements Failure {
        public Content {
            examples = List.copyOf(examples);
        }

        /// With the first example only.
        @Override
        public String brief() {
            return examples.isEmpty() ? counts() : counts() + "; the first: " + examples.getFirst();
        }

        private String counts() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d channels fail, %s may",
                    check,
                    failing,
                    channels,
                    limit);
        }

        @Override
        public String toString() {
            return counts() + "; for example " + examples;
        }
    }

    /// One failing channel.
    ///
    /// @param channel the id in words
    record Example(int channelId, String channel, String value, String expected) {
        @Override
        public String toString() {
            return channel + ": " + value + ", expected " + expected;
        }
    }
}
