package tare.detectors.hodoscope;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.ChannelMap;
import tare.detectors.Detector;
import tare.detectors.RawFormat;

/// 64 scintillator bars.
public final class HodoscopeDetector implements Detector {
    private final ChannelMap map = HodoscopeMap.create();

    public HodoscopeDetector() {}

    @Override
    public String name() {
        return "hodoscope";
    }

    @Override
    public ChannelMap map() {
        return map;
    }

    @Override
    public SystemDefinition system() {
        return new HodoscopeBanks(map);
    }

    @Override
    public List<CalibrationType> types() {
        return List.of(HodoscopeTypes.PEDESTAL);
    }

    @Override
    public RawFormat raw() {
        return new HodoscopeRaw(map);
    }
}
