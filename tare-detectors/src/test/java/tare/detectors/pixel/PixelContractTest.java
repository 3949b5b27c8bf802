package tare.detectors.pixel;

import java.util.SplittableRandom;
import tare.detectors.Detector;
import tare.detectors.DetectorContractTest;

class PixelContractTest extends DetectorContractTest {
    private static final int HEADER_BYTES = 8;

    @Override
    protected Detector detector() {
        return new PixelDetector();
    }

    /// A pixel address that no ROC has, in the first hit word; nothing in a hit word could tell
    /// that its ADC value was changed.
    @Override
    protected void damage(byte[] bytes, SplittableRandom random) {
        bytes[HEADER_BYTES + 1] = (byte) 0xFF;
        bytes[HEADER_BYTES + 2] |= 0x1F;
    }
}
