package tare.detectors.hodoscope;

import java.util.SplittableRandom;
import tare.detectors.Detector;
import tare.detectors.DetectorContractTest;

class HodoscopeContractTest extends DetectorContractTest {
    @Override
    protected Detector detector() {
        return new HodoscopeDetector();
    }

    /// Any bit: the checksum tells.
    @Override
    protected void damage(byte[] bytes, SplittableRandom random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
}
