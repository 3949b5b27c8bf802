package tare.detectors.dirc;

import java.util.SplittableRandom;
import tare.detectors.Detector;
import tare.detectors.DetectorContractTest;

class DircContractTest extends DetectorContractTest {
    @Override
    protected Detector detector() {
        return new DircDetector();
    }

    /// Any bit anywhere in a frame that has hits: the checksum tells.
    @Override
    protected void damage(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
}
