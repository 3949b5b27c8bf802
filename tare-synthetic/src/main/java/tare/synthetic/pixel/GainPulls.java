package tare.synthetic.pixel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;
import tare.detectors.pixel.gain.GainStatus;
import tare.detectors.pixel.gain.ModuleGains;

/// Pulls of fitted constants, (fitted - true) / error, of pixels without a simulated fault.
///
/// With errors that are right, and a model that is, the mean is 0 and the standard deviation 1.
/// Histograms run from -10 to 10; pixels further away are in the under- and overflow. One writer.
public final class GainPulls {
    private static final int BINS = 400;
    private static final double LIMIT = 10;

    private final Map<GainStatus, Histogram1D> gain = new EnumMap<>(GainStatus.class);
    private final Map<GainStatus, Histogram1D> pedestal = new EnumMap<>(GainStatus.class);

    /// No pulls yet.
    public GainPulls() {
        for (GainStatus status : GainStatus.values()) {
            gain.put(status, empty("gain"));
            pedestal.put(status, empty("pedestal"));
        }
    }

    private static Histogram1D empty(String what) {
        return new Histogram1D(
                Axis.uniform(BINS, -LIMIT, LIMIT).labelled("pull of the " + what, "1"));
    }

    /// Adds the fitted pixels of a module.
    ///
    /// @param module dense index
    /// @param gains with the layout of [ModuleGains#LAYOUT], all pixels of the module
    public void add(PixelTruth truth, int module, Bank gains) {
        if (!gains.layout().equals(ModuleGains.LAYOUT)) {
            throw new IllegalArgumentException(
                    "expected " + ModuleGains.LAYOUT + ", got " + gains.layout());
        }
        int[] index = truth.indexInModule(module);
        Column status = gains.column("status");
        for (int pixel = 0; pixel < index.length; pixel++) {
            int at = index[pixel];
            if (at < 0 || truth.fault(at) != PixelFault.NONE) continue;
            GainStatus ended = GainStatus.of(status.intAt(pixel));
            if (ended.isUsable()) add(truth, at, gains, pixel, ended);
        }
    }

    private void add(PixelTruth truth, int at, Bank gains, int pixel, GainStatus ended) {
        histogram(gain, ended).fill(pull(gains, "gain", pixel, truth.gainElectronsPerAdc(at)));
        histogram(pedestal, ended).fill(pull(gains, "pedestal", pixel, truth.pedestalAdc(at)));
    }

    private static double pull(Bank gains, String what, int pixel, double truth) {
        double error = gains.column(what + "_error").floatAt(pixel);
        return (gains.column(what).floatAt(pixel) - truth) / error;
    }

    /// Pulls of the gain of pixels with one of some statuses.
    public Histogram1D.Snapshot gain(Set<GainStatus> statuses) {
        return sum("gain", gain, statuses);
    }

    /// Pulls of the pedestal of pixels with one of some statuses.
    public Histogram1D.Snapshot pedestal(Set<GainStatus> statuses) {
        return sum("pedestal", pedestal, statuses);
    }

    private static Histogram1D.Snapshot sum(
            String what, Map<GainStatus, Histogram1D> histograms, Set<GainStatus> statuses) {
        Histogram1D sum = empty(what);
        for (GainStatus status : statuses) sum.merge(histogram(histograms, status).snapshot());
        return sum.snapshot();
    }

    private static Histogram1D histogram(
            Map<GainStatus, Histogram1D> histograms, GainStatus status) {
        Histogram1D histogram = histograms.get(status);
        if (histogram == null) throw new IllegalStateException("no histogram for " + status);
        return histogram;
    }
}
