package tare.trigger.table;

import java.util.List;

/// A table of the trigger that cannot be used; the message lists what is wrong with it, with lines.
public final class TableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /// @param table its name
    /// @param problems at least one
    public TableException(String table, List<String> problems) {
        super(table + " refused, problems: " + problems.size() + list(problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    private static String list(List<String> problems) {
        return "\n  " + String.join("\n  ", problems);
    }
}
