package tare.conditions.store;

import java.util.List;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.core.result.ErrorCode;
import tare.core.time.Moment;

/// What became of the campaigns of one submission.
public sealed interface Outcome {
    /// It is durably stored.
    ///
    /// @param sequence of the commit
    /// @param stored what is new, in the order of campaigns and candidates
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
    ///
    /// @param reasons one per refused bank, of all campaigns
    record Rejected(List<Rejection> reasons) implements Outcome {
        public Rejected {
            reasons = List.copyOf(reasons);
        }

        /// The verdicts, whatever their tags.
        public List<Verdict.Rejected> verdicts() {
            return reasons.stream().map(Rejection::verdict).toList();
        }
    }

    /// Why a bank may not enter a tag.
    record Rejection(String tag, Verdict.Rejected verdict) {}

    /// Verification found that what is stored still holds; a mark in the log says so.
    ///
    /// @param sequence of the commit with the mark
    /// @param until the moment at which it still held
    /// @param holding what is stored
    /// @param verdicts of all banks, with warnings
    record StillValid(
            long sequence, Moment until, List<Entry> holding, List<Verdict.Accepted> verdicts)
            implements Outcome {
        public StillValid {
            holding = List.copyOf(holding);
            verdicts = List.copyOf(verdicts);
        }
    }

    /// Nothing was judged.
    ///
    /// @param code [ErrorCode#NOT_AUTHORISED], [ErrorCode#NOT_FOUND] or [ErrorCode#CONFLICT]
    /// @param reason what was wrong and what to do
    record Refused(ErrorCode code, String reason) implements Outcome {}
}
