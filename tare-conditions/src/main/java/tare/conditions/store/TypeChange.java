package tare.conditions.store;

import java.util.Optional;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.TypeVersion;
import tare.core.journal.Author;

/// A content that a type is to have from now on. It bears no time: a type is always stored at the
/// time of the store's own clock.
///
/// @param after the content that the author believes to be the newest; empty for the first of a
///     name. If somebody else was faster, the change is refused.
/// @param why may be empty
public record TypeChange(
        CalibrationType type,
        Optional<TypeVersion> after,
        Author author,
        String why,
        Authorisation authorisation) {}
