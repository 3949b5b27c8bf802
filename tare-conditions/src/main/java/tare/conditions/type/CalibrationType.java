package tare.conditions.type;

import java.util.List;
import tare.core.bank.BankLayout;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.time.TimeAxis;

/// What a kind of constants looks like and what it must satisfy. Immutable, versioned data: the
/// store keeps every content a name ever had, and each stored bank names the one that let it in.
///
/// @param axis the kind of time on which these constants are valid
/// @param checks on the content, all applied
/// @param limit of channels of one bank that may fail any of the checks
public record CalibrationType(
        String name,
        BankLayout layout,
        FieldScheme idScheme,
        TimeAxis axis,
        List<Check> checks,
        FailureLimit limit) {
    public CalibrationType {
        checks = List.copyOf(checks);
        if (name.isBlank()) throw new IllegalArgumentException("a calibration type needs a name");
        for (Check check : checks) {
            switch (check) {
                case Check.Range(String field, _, _) -> layout.index(field);
                case Check.Difference(String field, _) -> layout.index(field);
                case Check.FlagRequired _, Check.BadChannels _ -> {}
            }
        }
    }

    /// Canonical JSON, the stored form.
    public String toJson() {
        return TypeJson.write(this);
    }

    /// The type of a stored form.
    ///
    /// @throws IllegalArgumentException if the text is no calibration type
    public static CalibrationType parse(String json) {
        return TypeJson.read(json);
    }

    /// Digest of the stored form.
    public Sha256 identity() {
        return Sha256.of(toJson());
    }

    /// Whether a check compares with the bank that held before.
    public boolean needsReference() {
        return checks.stream().anyMatch(Check.Difference.class::isInstance);
    }
}
