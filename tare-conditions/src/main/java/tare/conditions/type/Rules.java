package tare.conditions.type;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The rules that this program has.
///
/// @param all no two of the same name and version
public record Rules(List<Rule> all) {
    public static final Rules NONE = new Rules(List.of());

    public Rules {
        all = List.copyOf(all);
        long names =
                all.stream().map(rule -> rule.name() + "/" + rule.version()).distinct().count();
        if (names < all.size()) {
            throw new IllegalArgumentException("two rules have the same name and version");
        }
    }

    /// Those on the class path or module path.
    public static Rules installed() {
        return new Rules(
                ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    Optional<Rule> find(Check.Plugin wanted) {
        return all.stream()
                .filter(
                        rule ->
                                rule.name().equals(wanted.rule())
                                        && rule.version() == wanted.version())
                .findFirst();
    }
}
