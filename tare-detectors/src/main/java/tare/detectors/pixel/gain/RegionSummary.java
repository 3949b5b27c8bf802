package tare.detectors.pixel.gain;

import java.util.EnumMap;
import java.util.Map;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

/// The pixels of a part of the detector in numbers: how the fits ended and what they found.
///
/// Distributions are of pixels with usable constants. Mean and spread are those of the values
/// inside the axis, as everywhere in histograms. One writer; merges.
public final class RegionSummary {
    private final Map<GainStatus, Long> statuses = new EnumMap<>(GainStatus.class);
    private final Histogram1D gain =
            new Histogram1D(Axis.uniform(250, 0, 500).labelled("gain", "e/ADC"));
    private final Histogram1D pedestal =
            new Histogram1D(Axis.uniform(175, -100, 250).labelled("pedestal", "ADC"));
    private final Histogram1D relativeGainError =
            new Histogram1D(Axis.uniform(500, 0, 0.05).labelled("gain error / gain", "1"));
    private final Histogram1D pedestalError =
            new Histogram1D(Axis.uniform(500, 0, 5).labelled("pedestal error", "ADC"));

    RegionSummary() {
        for (GainStatus status : GainStatus.values()) statuses.put(status, 0L);
    }

    /// Adds the scanned pixels of a module.
    void add(ModuleGains gains) {
        for (int pixel = 0; pixel < ModuleGains.PIXELS; pixel++) {
            if (gains.isScanned(pixel)) add(gains, pixel);
        }
    }

    private void add(ModuleGains gains, int pixel) {
        GainStatus status = GainStatus.of(gains.status(pixel));
        statuses.merge(status, 1L, Long::sum);
        if (!status.isUsable()) return;
        gain.fill(gains.gain(pixel));
        pedestal.fill(gains.pedestal(pixel));
        relativeGainError.fill(gains.gainError(pixel) / gains.gain(pixel));
        pedestalError.fill(gains.pedestalError(pixel));
    }

    void merge(RegionSummary other) {
        other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        gain.merge(other.gain());
        pedestal.merge(other.pedestal());
        relativeGainError.merge(other.relativeGainError());
        pedestalError.merge(other.pedestalError());
    }

    /// Scanned pixels.
    public long pixels() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(GainStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    /// Pixels with usable constants.
    public long usable() {
        long usable = 0;
        for (GainStatus status : GainStatus.values()) {
            if (status.isUsable()) usable += count(status);
        }
        return usable;
    }

    /// [e/ADC]
    public Histogram1D.Snapshot gain() {
        return gain.snapshot();
    }

    /// [ADC]
    public Histogram1D.Snapshot pedestal() {
        return pedestal.snapshot();
    }

    public Histogram1D.Snapshot relativeGainError() {
        return relativeGainError.snapshot();
    }

    /// [ADC]
    public Histogram1D.Snapshot pedestalError() {
        return pedestalError.snapshot();
    }
}
