package tare.detectors.pixel;

import java.util.List;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit.FewerThanFraction;
import tare.core.bank.Layouts;
import tare.core.time.TimeAxis;
import tare.detectors.pixel.gain.ModuleGains;
import tare.detectors.pixel.vcal.VcalBank;

/// The calibration types of the pixel detector.
public final class PixelTypes {
    /// The detector whose types these are.
    public static final String DETECTOR = "pixel";

    /// The general status: a flag per pixel, a bank per module.
    public static final CalibrationType STATUS =
            new CalibrationType(
                            "pixel-status",
                            Layouts.STATUS,
                            ModuleGains.PIXEL_IDS,
                            TimeAxis.RUN,
                            List.of(),
                            new FewerThanFraction(1))
                    .of(DETECTOR);

    /// Pedestal and gain per pixel, a bank per module.
    ///
    /// A bank is refused if 5 % or more of the pixels that the scan pulsed lie outside the ranges
    /// that a payload can hold (pedestal -100 to 250 ADC, gain 0 to 500 e/ADC:
    /// SiPixelGainCalibrationDBUploader) or moved by more than 30 ADC or 50 e/ADC against the
    /// calibration that held before, or if half of them or more are bad.
    public static final CalibrationType GAIN =
            new CalibrationType(
                            "pixel-gain",
                            ModuleGains.LAYOUT,
                            ModuleGains.PIXEL_IDS,
                            TimeAxis.RUN,
                            List.of(
                                    new Check.Range("pedestal", -100, 250),
                                    new Check.Range("gain", 0, 500),
                                    new Check.Difference("pedestal", 30),
                                    new Check.Difference("gain", 50),
                                    new Check.BadChannels(new FewerThanFraction(0.5))),
                            new FewerThanFraction(0.05))
                    .of(DETECTOR);

    /// VCal slope and offset per module, one bank for the detector.
    ///
    /// The slope is known to 10 % (47 ± 4.7 e/VCal), radiation adds up to 20 %.
    public static final CalibrationType VCAL =
            new CalibrationType(
                            "pixel-vcal",
                            VcalBank.LAYOUT,
                            VcalBank.MODULE,
                            TimeAxis.RUN,
                            List.of(
                                    new Check.Range("slope", 35, 65),
                                    new Check.Range("offset", -1000, 0),
                                    new Check.Difference("slope", 5)),
                            new FewerThanFraction(0.01))
                    .of(DETECTOR);

    private PixelTypes() {}
}
