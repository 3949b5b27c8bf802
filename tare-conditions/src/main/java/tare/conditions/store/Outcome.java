package tare.conditions.store;

import java.util.List;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;

/// What became of a campaign.
public sealed interface Outcome {
    /// It is durably stored.
    ///
    /// @param sequence of the commit
    /// @param stored what is new, in the candidates' order
    /// @param unchanged banks whose content was valid already; nothing was stored for them
    /// @param verdicts of all banks, with warnings
    record Stored(
            long sequence,
            List<Entry> stored,
            List<Entry> unchanged,
            List<Verdict.Accepted> verdicts)
            implements Outcome {
        public Stored {
            stored = List.copyOf(stored);
            unchanged = List.copyOf(unchanged);
            verdicts = List.copyOf(verdicts);
        }
    }

    /// Nothing is new: each bank's content was valid already, as these entries say.
    record AlreadyStored(List<Entry> unchanged) implements Outcome {
        public AlreadyStored {
            unchanged = List.copyOf(unchanged);
        }
    }

    /// Nothing was stored, for these reasons.
    record Rejected(List<Verdict.Rejected> verdicts) implements Outcome {
        public Rejected {
            verdicts = List.copyOf(verdicts);
        }
    }
}
