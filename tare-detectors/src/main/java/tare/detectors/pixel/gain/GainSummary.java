package tare.detectors.pixel.gain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import tare.detectors.pixel.vcal.Region;

/// A calibration in numbers, by layer and ring. One writer.
public final class GainSummary {
    private final Map<Region, RegionSummary> regions = new EnumMap<>(Region.class);

    public GainSummary() {}

    /// Adds the pixels of a module.
    public void add(ModuleGains gains) {
        Region region = Region.of(gains.module().position());
        regions.computeIfAbsent(region, _ -> new RegionSummary()).add(gains);
    }

    /// Regions that have pixels, layers first.
    public Map<Region, RegionSummary> regions() {
        return Collections.unmodifiableMap(regions);
    }

    /// All regions together.
    public RegionSummary total() {
        var total = new RegionSummary();
        regions.values().forEach(total::merge);
        return total;
    }
}
