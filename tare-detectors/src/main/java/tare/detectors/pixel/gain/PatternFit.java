package tare.detectors.pixel.gain;

import tare.calibrate.scan.ScanCounters;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocPixel;

/// Fits the pixels of one pattern, module by module, block by block.
final class PatternFit {
    private final int[] pixels;
    private final ScanCounters counters;
    private final GainFit fit;
    private final FitResults results;

    PatternFit(GainScan scan, int pattern, ScanCounters counters, GainFit fit) {
        this.pixels = scan.pixels(pattern);
        this.counters = counters;
        this.fit = fit;
        this.results = new FitResults(fit.lanes());
    }

    /// Fits the ROCs `[fromRoc, untilRoc)` of a module.
    void fit(int fromRoc, int untilRoc, FedCabling cabling, ChargeAxis axis, ModuleGains gains) {
        int end = untilRoc * pixels.length;
        for (int slot = fromRoc * pixels.length; slot < end; slot += fit.lanes()) {
            int count = Math.min(fit.lanes(), end - slot);
            fit.fit(counters, slot, count, axis, results);
            for (int lane = 0; lane < count; lane++) store(slot + lane, lane, cabling, gains);
        }
    }

    private void store(int slot, int lane, FedCabling cabling, ModuleGains gains) {
        int roc = slot / pixels.length;
        int pixel = pixels[slot % pixels.length];
        PixelModule module = gains.module();
        gains.set(
                FedCalibration.pixelOfModule(
                        module,
                        cabling.position(roc),
                        pixel / RocPixel.COLUMNS,
                        pixel % RocPixel.COLUMNS),
                results,
                lane);
    }
}
