package tare.detectors.dirc;

import tare.detectors.Detector;

/// The contract holds for a part of the ring, too: 128 tubes.
class DircTestStandContractTest extends DircContractTest {
    @Override
    protected Detector detector() {
        return new DircDetector(DircSetup.TEST_STAND);
    }
}
