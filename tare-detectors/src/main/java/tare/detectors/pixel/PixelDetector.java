package tare.detectors.pixel;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.ChannelMap;
import tare.detectors.Detector;
import tare.detectors.RawFormat;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.PixelGeometry;

/// The CMS phase-1 pixel detector, as installed since 2017, with the generated cabling of its 108
/// FEDs.
public final class PixelDetector implements Detector {
    public PixelDetector() {}

    @Override
    public String name() {
        return PixelTypes.DETECTOR;
    }

    @Override
    public ChannelMap map() {
        return new PixelMap(CablingGenerator.phase1());
    }

    @Override
    public SystemDefinition system() {
        return new PixelBanks(PixelGeometry.phase1());
    }

    @Override
    public SystemDefinition systemOf(CalibrationType type) {
        return type.equals(PixelTypes.VCAL) ? new VcalBanks() : system();
    }

    @Override
    public List<CalibrationType> types() {
        return List.of(PixelTypes.STATUS, PixelTypes.GAIN, PixelTypes.VCAL);
    }

    @Override
    public RawFormat raw() {
        return new PixelRaw(CablingGenerator.phase1());
    }
}
