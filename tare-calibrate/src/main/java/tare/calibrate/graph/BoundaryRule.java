package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.calibrate.fit.ChiSquare;
import tare.core.time.Moment;

/// Whether and where constants change in a sequence of runs.
///
/// A stretch of runs is cut in two where the weighted means before and after differ most. For one
/// channel z² = (m₁ − m₂)² / (1/W₁ + 1/W₂) follows chi-square with one degree of freedom if nothing
/// changed, W being sums of 1/error². Two statistics look at all cuts of a stretch: Σz² over the
/// channels, which sees many small changes, and the largest z², which sees a single channel. Their
/// chances are multiplied by what there was to choose from (Bonferroni: cuts, channels, the two
/// statistics); if the smaller is below `falseRate`, the cut is a boundary and both parts are
/// searched in turn (binary segmentation; A. J. Scott, M. Knott, Biometrics 30 (1974) 507).
///
/// A stretch without a change is therefore cut with a chance of `falseRate` at most, and of a
/// sequence with B changes no more than (B + 1) · `falseRate` false boundaries are expected. This
/// holds for right and Gaussian errors; those that are too small by a factor make boundaries of
/// noise. A change of a few errors only may be found some runs beside its place.
///
/// @param field whose changes count
/// @param falseRate chance of a boundary in a stretch that has none, in (0, 1)
public record BoundaryRule(String field, ErrorOf error, double falseRate) {
    /// A place where constants change.
    ///
    /// @param since the first run after it
    /// @param chance of so large a change in a stretch that has none
    /// @param channel index of the channel that changes most
    /// @param pull its change in standard errors, positive if it grows
    public record Boundary(Moment since, double chance, int channel, double pull) {}

    private static final int STATISTICS = 2;

    public BoundaryRule {
        if (!(falseRate > 0 && falseRate < 1)) {
            throw new IllegalArgumentException("a false rate is in (0, 1), got " + falseRate);
        }
    }

    /// All boundaries, in order.
    public List<Boundary> boundaries(RunValues values) {
        var found = new ArrayList<Cut>();
        search(PrefixSums.of(values), 0, values.runs().size(), found);
        return found.stream()
                .sorted(Comparator.comparingInt(Cut::run))
                .map(cut -> cut.boundary(values.runs().get(cut.run())))
                .toList();
    }

    private void search(PrefixSums sums, int from, int to, List<Cut> found) {
        Cut best = best(sums, from, to);
        if (best == null || !(best.chance() < falseRate)) return;
        found.add(best);
        search(sums, from, best.run(), found);
        search(sums, best.run(), to, found);
    }

    /// The most unlikely cut of a stretch; null if no channel has values on both sides of any.
    private static @Nullable Cut best(PrefixSums sums, int from, int to) {
        List<Cut> cuts =
                IntStream.range(from + 1, to)
                        .mapToObj(run -> Cut.at(sums, from, run, to))
                        .filter(cut -> cut.ndf() > 0)
                        .toList();
        if (cuts.isEmpty()) return null;
        Cut widest = Collections.max(cuts, Comparator.comparingDouble(Cut::excess));
        Cut sharpest = Collections.max(cuts, Comparator.comparingDouble(Cut::largest));
        double choices = (double) STATISTICS * cuts.size();
        double ofAll = choices * ChiSquare.probability(widest.chi2(), widest.ndf());
        double choicesOfOne = (double) STATISTICS * cuts.stream().mapToInt(Cut::ndf).sum();
        double ofOne = choicesOfOne * ChiSquare.probability(sharpest.largest(), 1);
        return ofOne < ofAll ? sharpest.withChance(ofOne) : widest.withChance(ofAll);
    }

    /// What a cut before one run shows.
    ///
    /// @param chance 1 until all cuts have been seen
    private record Cut(int run, double chi2, int ndf, int channel, double pull, double chance) {
        static Cut at(PrefixSums sums, int from, int run, int to) {
            double chi2 = 0;
            int ndf = 0;
            int channel = 0;
            double largest = 0;
            for (int i = 0; i < sums.channels(); i++) {
                double before = sums.weight(i, from, run);
                double after = sums.weight(i, run, to);
                if (before == 0 || after == 0) continue;
                double step = sums.mean(i, run, to) - sums.mean(i, from, run);
                double pull = step / Math.sqrt(1 / before + 1 / after);
                chi2 += pull * pull;
                ndf++;
                if (Math.abs(pull) > Math.abs(largest)) {
                    largest = pull;
                    channel = i;
                }
            }
            return new Cut(run, chi2, ndf, channel, largest, 1);
        }

        double excess() {
            return chi2 - ndf;
        }

        /// The largest z².
        double largest() {
            return pull * pull;
        }

        Cut withChance(double among) {
            return new Cut(run, chi2, ndf, channel, pull, Math.min(1, among));
        }

        Boundary boundary(Moment since) {
            return new Boundary(since, chance, channel, pull);
        }
    }
}
