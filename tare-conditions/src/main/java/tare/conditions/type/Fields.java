package tare.conditions.type;

import java.util.stream.Stream;
import tare.core.bank.BankLayout;

/// The fields of a layout that a check looks at.
final class Fields {
    private Fields() {}

    /// @throws IllegalArgumentException if the layout has no such field, or one of several values
    ///     per channel, which only a plug-in rule can judge
    static void require(BankLayout layout, Check check) {
        of(check).filter(name -> !name.isEmpty()).forEach(name -> requireSingle(layout, name));
    }

    /// Whether a check looks at a field of this layout.
    static boolean isOn(BankLayout layout, Check check) {
        return of(check).anyMatch(name -> has(layout, name));
    }

    static boolean has(BankLayout layout, String name) {
        return layout.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static void requireSingle(BankLayout layout, String name) {
        if (layout.fields().get(layout.index(name)).isArray()) {
            throw new IllegalArgumentException(
                    "field " + name + " has several values per channel: judge it by a rule");
        }
    }

    private static Stream<String> of(Check check) {
        return switch (check) {
            case Check.Range(String field, _, _) -> Stream.of(field);
            case Check.Difference(String field, _) -> Stream.of(field);
            case Check.RelativeDifference(String field, _) -> Stream.of(field);
            case Check.Significance(String field, Uncertainty error, _) ->
                    Stream.concat(Stream.of(field), of(error));
            case Check.MinimumEntries(String field, _) -> Stream.of(field);
            case Check.FitStatusIn _, Check.FlagRequired _, Check.BadChannels _, Check.Plugin _ ->
                    Stream.of();
        };
    }

    static Stream<String> of(Uncertainty error) {
        return switch (error) {
            case Uncertainty.OfField(String field) -> Stream.of(field);
            case Uncertainty.OfMean(String rms, String entries) -> Stream.of(rms, entries);
        };
    }
}
