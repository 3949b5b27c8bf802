package tare.trigger.dsm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Algorithms by name; each name once.
public final class AlgorithmCatalog {
    private final Map<String, DsmAlgorithm> byName;

    private AlgorithmCatalog(Map<String, DsmAlgorithm> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /// @throws IllegalArgumentException if two have the same name
    public static AlgorithmCatalog of(Iterable<? extends DsmAlgorithm> algorithms) {
        var byName = new TreeMap<String, DsmAlgorithm>();
        for (DsmAlgorithm algorithm : algorithms) {
            String name = algorithm.sheet().name();
            if (byName.put(name, algorithm) != null)
                throw new IllegalArgumentException("two algorithms are called " + name);
        }
        return new AlgorithmCatalog(byName);
    }

    /// The algorithm of a name.
    ///
    /// @throws IllegalArgumentException if there is none; it names those there are
    public DsmAlgorithm named(String name) {
        DsmAlgorithm algorithm = byName.get(name);
        if (algorithm == null) {
            throw new IllegalArgumentException(
                    "no algorithm is called '" + name + "', only " + byName.keySet());
        }
        return algorithm;
    }

    /// All of them, in the order of their names.
    public List<DsmAlgorithm> algorithms() {
        return List.copyOf(byName.values());
    }
}
