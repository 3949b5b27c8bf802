package tare.conditions.view;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.time.TimeAxis;

/// Tags that belong together, each under the label by which consumers ask for it. Immutable: what
/// holds changes with the tags, which tags they are does not.
///
/// @param axis of all its tags
/// @param tags names by label, in the order of labels; labels are found in any case
public record GlobalTag(String name, TimeAxis axis, SortedMap<String, String> tags) {
    public GlobalTag {
        if (name.isBlank()) throw new IllegalArgumentException("a global tag needs a name");
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        tags.forEach(
                (label, tag) -> {
                    if (label.isBlank() || sorted.put(label, tag) != null) {
                        throw new IllegalArgumentException(
                                "global tag "
                                        + name
                                        + " has a label twice or empty: '"
                                        + label
                                        + "'");
                    }
                });
        if (sorted.isEmpty()) throw new IllegalArgumentException(name + " has no tags");
        tags = Collections.unmodifiableSortedMap(sorted);
    }
}
