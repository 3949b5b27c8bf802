package tare.conditions.type;

import java.util.List;

/// How the flags of several types become a detector's general status.
public record StatusTable(List<StatusRule> rules) {
    public static final StatusTable EMPTY = new StatusTable(List.of());

    public StatusTable {
        rules = List.copyOf(rules);
    }
}
