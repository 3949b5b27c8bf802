package tare.synthetic.sample;

import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.Layouts;
import tare.core.bank.Scalar;
import tare.core.digi.SampleSink;
import tare.core.histogram.Axis;

/// Samples distributed like a histogram of each channel, uniformly inside a bin.
///
/// Under- and overflow say nothing about values and are not drawn. A channel without entries in
/// range is silent.
public final class HistogramShape implements Response {
    private final Axis axis;

    /// `[channel][bin]`, entries up to and including a bin in range.
    private final double[] cumulated;

    /// @param contents `[channel][bin]` with under- and overflow: `bins` + 2 for each channel
    /// @throws IllegalArgumentException if their number is another, or one of them is negative or
    ///     not finite
    public HistogramShape(Axis axis, double[] contents) {
        this.axis = axis;
        int stride = axis.bins() + 2;
        if (contents.length % stride != 0) {
            throw new IllegalArgumentException(
                    contents.length + " contents are no rows of " + stride + " bins");
        }
        cumulated = new double[contents.length / stride * axis.bins()];
        for (int at = 0; at < cumulated.length; at++) {
            int channel = at / axis.bins();
            int bin = at % axis.bins();
            double content = contents[channel * stride + bin + 1];
            if (!(content >= 0) || Double.isInfinite(content)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "bin %d of channel %d has content %s: must be >= 0 and finite",
                                bin + 1,
                                channel,
                                content));
            }
            cumulated[at] = content + (bin == 0 ? 0 : cumulated[at - 1]);
        }
    }

    /// The shapes of a bank of histograms, `hist/1` or `whist/1`.
    ///
    /// @throws IllegalArgumentException if its header does not say where the bins lie
    public static HistogramShape of(Bank histograms) {
        Column contents = histograms.columns().getFirst();
        int bins = histograms.layout().fields().getFirst().length() - 2;
        Axis axis =
                Axis.uniform(bins, limit(histograms, Layouts.LOW), limit(histograms, Layouts.HIGH));
        return new HistogramShape(axis, contents.toDoubleArray());
    }

    private static double limit(Bank histograms, String name) {
        if (histograms.header().extra().get(name) instanceof Scalar.Real(double value)) {
            return value;
        }
        throw new IllegalArgumentException(
                "a bank of histograms says in its header where '"
                        + name
                        + "' is, this "
                        + histograms.layout()
                        + " does not");
    }

    @Override
    public void pulse(int channel, RandomGenerator random, SampleSink sink) {
        int bins = axis.bins();
        int first = Objects.checkIndex(channel, cumulated.length / bins) * bins;
        double entries = cumulated[first + bins - 1];
        if (entries == 0) return;
        int bin = binHolding(random.nextDouble() * entries, first) - first + 1;
        double low = axis.lowEdge(bin);
        sink.add(channel, low + random.nextDouble() * (axis.lowEdge(bin + 1) - low));
    }

    /// Index of the first bin whose cumulated entries are above a number.
    private int binHolding(double number, int first) {
        int low = first;
        int high = first + axis.bins() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > number) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
