package tare.detectors.dirc;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.ChannelMap;
import tare.detectors.Detector;
import tare.detectors.RawFormat;

/// The DIRC, whole or as a test stand.
public final class DircDetector implements Detector {
    static final String NAME = "dirc";

    private final DircSetup setup;
    private final ChannelMap map;

    /// The whole ring.
    public DircDetector() {
        this(DircSetup.RING);
    }

    public DircDetector(DircSetup setup) {
        this.setup = setup;
        map = DircMap.of(setup);
    }

    @Override
    public String name() {
        return NAME;
    }

    public DircSetup setup() {
        return setup;
    }

    @Override
    public ChannelMap map() {
        return map;
    }

    @Override
    public SystemDefinition system() {
        return new DircBanks(setup, map);
    }

    @Override
    public List<CalibrationType> types() {
        return DircTypes.ALL;
    }

    @Override
    public RawFormat raw() {
        return new DircRaw(map);
    }
}
