package tare.core.operation;

import java.util.List;
import tare.core.bank.Bank;

/// One bank from several measurements of the same channels. For errors and which values: see
/// [Arithmetic].
///
/// A channel without data in one bank (n ≤ 0, or a mean or error that is not finite) takes its
/// value from the others; without data in all it is NaN, and flagged. The rms is that of the
/// samples about their mean with 1/n, not 1/(n − 1).
public sealed interface Averaging extends Operation {
    /// Mean weighted with the inverse squares of the errors: σ² = 1/Σ(1/σᵢ²), n the sum. Errors
    /// of 0 in some banks: the plain mean of those.
    record WeightedMean(Bank other) implements Averaging {}

    /// Exact merge of `msn/1` or `ms/1` as if all samples had been taken together: n = na + nb,
    /// mean = (na·ma + nb·mb)/n, n·rms² = na·rmsa² + nb·rmsb² + (ma − mb)²·na·nb/n.
    record Pool(Bank other) implements Averaging {}

    /// [Pool] of many for `msn/1` and `ms/1`; for other layouts the plain mean with
    /// σ = √(Σσᵢ²)/k, of provenance `AVERAGED`.
    record Average(List<Bank> others) implements Averaging {
        public Average {
            others = List.copyOf(others);
        }
    }
}
