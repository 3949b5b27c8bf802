package tare.conditions.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.TypeVersion;
import tare.conditions.view.Entry;
import tare.core.hash.Sha256;

/// What a store holds. What is valid at a moment is the business of a [tare.conditions.view.View].
public interface History {
    /// All tags, by name.
    List<TagSummary> tags();

    /// What holds in a tag and when, by bank number and begin, as of a commit: effective intervals,
    /// without ends and what was overwritten. Empty if there is no such tag.
    List<Entry> intervals(String tag, long asOfSequence);

    /// All contents of all calibration types, by name and version.
    List<TypeVersion> types();

    /// One content of a type.
    ///
    /// @throws IllegalArgumentException if the store has no such type
    CalibrationType type(TypeVersion version);

    /// Commits, newest first.
    ///
    /// @param limit most commits to give
    List<Commit> log(int limit);

    /// Commits to one tag, newest first.
    List<Commit> log(String tag, int limit);

    /// Payloads whose hash begins with these hexadecimal digits.
    List<StoredPayload> payloads(String hashPrefix);

    /// Where a payload is or was used, oldest commit first. Intervals end where a later one begins
    /// today.
    List<Entry> uses(Sha256 payload);

    /// The first commit that does not follow from the one before, or whose rows are not those it
    /// wrote; empty if the store is intact. Payloads are not read.
    OptionalLong firstBroken();

    /// How a payload is kept; empty if the store has none of that hash.
    default Optional<StoredPayload> payload(Sha256 identity) {
        return payloads(identity.hex()).stream().findFirst();
    }
}
