package tare.detectors.hodoscope;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit.FewerThan;
import tare.core.bank.Layouts;
import tare.core.time.TimeAxis;

/// The calibration types of the hodoscope.
final class HodoscopeTypes {
    /// Mean and rms of the ADC without a signal.
    static final CalibrationType PEDESTAL =
            new CalibrationType(
                    "hodoscope-pedestal",
                    Layouts.ms("ADC"),
                    HodoscopeMap.BAR_IDS,
                    TimeAxis.RUN,
                    List.of(
                            new Check.Range("mean", 50, 400),
                            new Check.Range("rms", 0.5, 20),
                            new Check.Difference("mean", 15)),
                    new FewerThan(3));

    private HodoscopeTypes() {}
}
