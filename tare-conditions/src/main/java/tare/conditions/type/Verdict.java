package tare.conditions.type;

import java.util.List;

/// What the gate says about one bank.
public sealed interface Verdict {
    BankName bank();

    /// It may be stored.
    ///
    /// @param warnings what a person should know: failing channels within the limit, checks that
    ///     could not be made
    record Accepted(BankName bank, List<String> warnings) implements Verdict {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /// It may not.
    ///
    /// @param failures one or more
    record Rejected(BankName bank, List<Failure> failures) implements Verdict {
        public Rejected {
            failures = List.copyOf(failures);
            if (failures.isEmpty()) {
                throw new IllegalArgumentException("a rejection of " + bank + " needs a reason");
            }
        }
    }
}
