package tare.conditions.view;

import java.util.List;
import java.util.function.Function;

/// What a consumer makes of the banks under some labels: typed, immutable, of as many types of
/// constants as it needs.
///
/// @param <T> what it makes, which must be immutable
/// @param labels under which it reads; under others it must not
/// @param make called once per interval in which these banks stay the same
public record Combination<T>(List<String> labels, Function<GlobalView, T> make) {
    public Combination {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) throw new IllegalArgumentException("a combination reads something");
    }
}
