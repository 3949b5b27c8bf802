package tare.trigger.tcu;

import java.util.ArrayList;
import java.util.List;

/// The trigger definitions of a run, in the order in which they were given.
public record TriggerMenu(List<TriggerDefinition> definitions) {
    public static final TriggerMenu EMPTY = new TriggerMenu(List.of());

    public TriggerMenu {
        definitions = List.copyOf(definitions);
    }

    /// The same with one definition more; it never replaces one of the same id.
    public TriggerMenu with(TriggerDefinition definition) {
        var more = new ArrayList<>(definitions);
        more.add(definition);
        return new TriggerMenu(more);
    }

    /// All definitions of a trigger id.
    public List<TriggerDefinition> of(int id) {
        return definitions.stream().filter(definition -> definition.id() == id).toList();
    }

    /// Every id once, in rising order.
    public int[] ids() {
        return definitions.stream().mapToInt(TriggerDefinition::id).sorted().distinct().toArray();
    }
}
