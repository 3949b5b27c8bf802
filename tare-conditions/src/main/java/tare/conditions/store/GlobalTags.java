package tare.conditions.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tare.conditions.view.GlobalTag;
import tare.core.journal.Author;
import tare.core.result.Result;

/// The global tags of a store. They are created and never changed.
public interface GlobalTags {
    /// Binds tags together.
    ///
    /// @param tags names by label
    /// @param why may be empty
    /// @return the sequence of the commit that created it, also if the same was there before; or
    ///     `NOT_FOUND` if a tag is missing, `BAD_ARGUMENT` if the tags are on several axes,
    ///     `CONFLICT` if the name has other tags
    Result<Long> create(String name, Map<String, String> tags, Author author, String why);

    /// All, by name.
    List<GlobalTag> all();

    /// The one of that name, in any case.
    Optional<GlobalTag> named(String name);
}
