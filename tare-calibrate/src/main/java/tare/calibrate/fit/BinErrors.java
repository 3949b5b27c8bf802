package tare.calibrate.fit;

/// What the error of a histogram's bin is taken to be in a least-squares fit.
///
/// Errors from the content pull a fit down by about one entry per bin, since bins that fell low by
/// chance count more: a bias of √(bins / entries per bin) standard deviations. Errors from the line
/// itself have no such bias; chi2 is then Pearson's.
public enum BinErrors {
    /// √entries, or √Σw² of weighted entries. Empty bins are left out.
    FROM_CONTENT,
    /// The same, but not below 1: empty bins take part.
    AT_LEAST_ONE,
    /// √(expected entries), expected by a first fit with equal errors, and not below 1. Empty bins
    /// take part. Weighted entries: times √(Σw² / Σw) over all bins.
    FROM_LINE
}
