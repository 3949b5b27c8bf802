/// Histograms in one and two dimensions and profiles, with the statistics of ROOT.
///
/// In: values and weights, one `fill` each, from one thread per histogram; an [Axis] says how a
/// value becomes a bin. Out: an immutable `snapshot()`, the only thing that is read: contents,
/// errors, integrals, [Statistics] and [Shape]. Histograms of the same axes `merge`, and merging
/// equals filling everything into one. Bin 0 is the underflow, bins 1 to n are in range, bin n+1
/// is the overflow and holds NaN too; bins and [BinRange]s are half-open.
///
/// Definitions: ROOT 6, `TAxis`, `TH1`, `TH2` and `TProfile` with their default options.
@NullMarked
package tare.core.histogram;

import org.jspecify.annotations.NullMarked;
