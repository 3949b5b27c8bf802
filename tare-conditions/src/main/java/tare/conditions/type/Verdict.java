package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;

/// What the gate says about one bank.
public sealed interface Verdict {
    BankName bank();

    /// It may be stored.
    ///
    /// @param warnings what a person should know: failing channels within the limit, checks that
    ///     could not be made, an override and what it passed over
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

        /// Whether it is its content alone that is wrong.
        public boolean isOfContent() {
            return failures.stream().noneMatch(Failure.Structure.class::isInstance);
        }

        Accepted overridden(OverrideRequest request) {
            var warnings = new ArrayList<String>();
            warnings.add("accepted by override of " + request.who() + ": " + request.reason());
            failures.forEach(failure -> warnings.add(failure.brief()));
            return new Accepted(bank, warnings);
        }
    }
}
