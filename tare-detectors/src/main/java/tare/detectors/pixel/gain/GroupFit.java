package tare.detectors.pixel.gain;

import java.util.ArrayList;
import java.util.List;
import tare.calibrate.scan.ScanCounters;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.vcal.ModuleVcal;

/// Fits the pixels of neighbouring modules with the same VCal constants, pattern by pattern, block
/// by block.
///
/// A block goes over module boundaries: every loop of the fit has a fixed price, which short blocks
/// pay more often. One instance per thread; buffers are reused.
final class GroupFit {
    /// Larger blocks gain little, and leave the second-level cache (29 points of 256 pixels take
    /// 380 kB).
    private static final int MAX_LANES = 256;

    private final Group group;
    private final FedCabling cabling;
    private final GainFit fit;
    private final FitResults results;

    /// ROCs of modules that share a charge axis.
    ///
    /// @param fromRoc ordinal of the first
    /// @param untilRoc ordinal beyond the last
    record Group(int fromRoc, int untilRoc, ChargeAxis axis) {
        /// Divides the ROCs of a FED, as few groups as neighbours allow.
        static List<Group> divide(FedCabling cabling, GainScan scan, ModuleVcal vcal) {
            var groups = new ArrayList<Group>();
            int from = 0;
            for (int roc = 1; roc <= cabling.rocCount(); roc++) {
                int module = cabling.moduleIndex(from);
                if (roc < cabling.rocCount() && isAlike(vcal, module, cabling.moduleIndex(roc))) {
                    continue;
                }
                ChargeAxis axis =
                        scan.axis(vcal.slopeElectrons(module), vcal.offsetElectrons(module));
                groups.add(new Group(from, roc, axis));
                from = roc;
            }
            return groups;
        }

        private static boolean isAlike(ModuleVcal vcal, int module, int other) {
            return vcal.slopeElectrons(module) == vcal.slopeElectrons(other)
                    && vcal.offsetElectrons(module) == vcal.offsetElectrons(other);
        }
    }

    /// @param pixelsPerRoc of the largest pattern
    GroupFit(
            Group group,
            FedCabling cabling,
            int pixelsPerRoc,
            FitSettings settings,
            Counting counting) {
        this.group = group;
        this.cabling = cabling;
        int lanes = lanes((group.untilRoc - group.fromRoc) * pixelsPerRoc);
        fit = new GainFit(group.axis.vcal().length, lanes, settings, counting);
        results = new FitResults(lanes);
    }

    /// Blocks of equal size, for the last one to have few lanes that are not in use.
    private static int lanes(int pixels) {
        int blocks = Math.ceilDiv(pixels, MAX_LANES);
        return Math.ceilDiv(pixels, blocks);
    }

    /// Fits a pattern.
    ///
    /// @param pixels of the pattern in slot order
    /// @param ofRoc takes the results, by ROC ordinal
    /// @return pixels fitted
    long fit(int[] pixels, ScanCounters counters, ModuleGains[] ofRoc) {
        int from = group.fromRoc * pixels.length;
        int end = group.untilRoc * pixels.length;
        for (int slot = from; slot < end; slot += fit.lanes()) {
            int count = Math.min(fit.lanes(), end - slot);
            fit.fit(counters, slot, count, group.axis, results);
            for (int lane = 0; lane < count; lane++) store(slot + lane, lane, pixels, ofRoc);
        }
        return (long) end - from;
    }

    private void store(int slot, int lane, int[] pixels, ModuleGains[] ofRoc) {
        int roc = slot / pixels.length;
        int pixel = pixels[slot % pixels.length];
        ModuleGains gains = ofRoc[roc];
        gains.set(
                FedCalibration.pixelOfModule(
                        gains.module(),
                        cabling.position(roc),
                        pixel / RocPixel.COLUMNS,
                        pixel % RocPixel.COLUMNS),
                results,
                lane);
    }
}
