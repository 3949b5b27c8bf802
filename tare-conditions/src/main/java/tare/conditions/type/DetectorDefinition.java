package tare.conditions.type;

import java.util.List;
import java.util.Optional;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;

/// The system definition of a detector as data: its channels on every level on which it has
/// constants, and their division into banks. A store keeps one per detector, and never another:
/// new cabling is a new store.
///
/// @param detector lower-case word: `dirc`
/// @param divisions one per level; no two with the same name of the id scheme
public record DetectorDefinition(String detector, List<Division> divisions) {
    public DetectorDefinition {
        divisions = List.copyOf(divisions);
        if (!detector.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a detector's name is lower-case letters, digits and '-', got '"
                            + detector
                            + "'");
        }
        long levels = divisions.stream().map(d -> d.idScheme().name()).distinct().count();
        if (divisions.isEmpty() || levels < divisions.size()) {
            throw new IllegalArgumentException(
                    detector + " needs one division per level, got " + levels);
        }
    }

    /// The division of the level that an id scheme describes.
    public Optional<Division> division(FieldScheme idScheme) {
        return divisions.stream().filter(d -> d.idScheme().equals(idScheme)).findFirst();
    }

    /// Canonical JSON, the stored form.
    public String toJson() {
        return DefinitionJson.write(this);
    }

    /// The definition of a stored form.
    ///
    /// @throws IllegalArgumentException if the text is none
    public static DetectorDefinition parse(String json) {
        return DefinitionJson.read(json);
    }

    /// Digest of the stored form.
    public Sha256 identity() {
        return Sha256.of(toJson());
    }
}
