package tare.detectors.dirc;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit.FewerThan;
import tare.conditions.type.FailureLimit.FewerThanFraction;
import tare.core.bank.Layouts;
import tare.core.time.TimeAxis;

/// The calibration types of the DIRC, a bank per sector.
public final class DircTypes {
    /// Which tubes are usable: flags without values.
    public static final CalibrationType STATUS =
            new CalibrationType(
                    "dirc-status",
                    Layouts.STATUS,
                    DircMap.TUBES,
                    TimeAxis.RUN,
                    List.of(new Check.BadChannels(new FewerThanFraction(0.2))),
                    new FewerThan(1));

    /// Pedestals of the ADC read-out: mean and rms without a signal.
    public static final CalibrationType PEDESTAL =
            new CalibrationType(
                    "dirc-pedestal",
                    Layouts.ms("ADC"),
                    DircMap.TUBES,
                    TimeAxis.RUN,
                    List.of(
                            new Check.Range("mean", 20, 120),
                            new Check.Range("rms", 0.2, 5),
                            new Check.Difference("mean", 10)),
                    new FewerThan(18));

    /// Time offsets of the TDC read-out.
    public static final CalibrationType T0 =
            new CalibrationType(
                    "dirc-t0",
                    Layouts.msn("ns"),
                    DircMap.TUBES,
                    TimeAxis.RUN,
                    List.of(
                            new Check.Range("mean", 20, 80),
                            new Check.Range("rms", 0.5, 3),
                            new Check.Range("n", 50, Integer.MAX_VALUE),
                            new Check.Difference("mean", 5)),
                    new FewerThan(18));

    private DircTypes() {}

    /// All of them, the status type first.
    static List<CalibrationType> all() {
        return List.of(STATUS, PEDESTAL, T0);
    }
}
