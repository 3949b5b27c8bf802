package tare.synthetic.pixel;

import java.util.SplittableRandom;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.PixelPart;

/// About what the pixels of a ROC are scattered.
///
/// Gains of two measured endcap modules are 279 and 254 e/ADC, within a ROC they scatter by 3 to 4
/// %; pedestals are 56 and 39 ADC and scatter by 10 (jsiado/Crosscalibration through the fit of
/// published calibrations). Other parts, and the spreads between modules and ROCs, are our choice,
/// with plateaus low enough that most pixels reach them within a production scan.
///
/// @param gain [e/ADC]
record RocTendency(double gain, double pedestalAdc, double saturationAdc) {
    private static final double MODULE_GAIN_SPREAD = 0.03;
    private static final double ROC_GAIN_SPREAD = 0.02;
    private static final double PEDESTAL_ADC = 47;
    private static final double MODULE_PEDESTAL_SPREAD_ADC = 5;
    private static final double ROC_PEDESTAL_SPREAD_ADC = 4;

    static RocTendency draw(PixelModule module, int position, long seed) {
        SplittableRandom ofModule = RandomStream.MODULE.of(seed, module.id().value());
        SplittableRandom ofRoc = RandomStream.ROC.of(seed, number(module, position));
        double gain =
                gain(module.part())
                        * (1 + MODULE_GAIN_SPREAD * ofModule.nextGaussian())
                        * (1 + ROC_GAIN_SPREAD * ofRoc.nextGaussian());
        double pedestal =
                PEDESTAL_ADC
                        + MODULE_PEDESTAL_SPREAD_ADC * ofModule.nextGaussian()
                        + ROC_PEDESTAL_SPREAD_ADC * ofRoc.nextGaussian();
        double saturation = saturationAdc(module.part()) + ofRoc.nextDouble(-8, 8);
        return new RocTendency(gain, pedestal, saturation);
    }

    /// A number for every ROC of the detector.
    static long number(PixelModule module, int position) {
        return (long) module.id().value() << 4 | position;
    }

    private static double gain(PixelPart part) {
        return switch (part) {
            case BPIX_1 -> 215;
            case BPIX_2 -> 255;
            case BPIX_3 -> 260;
            case BPIX_4 -> 265;
            case E_PLUS_1, E_PLUS_2, E_PLUS_3, E_MINUS_1, E_MINUS_2, E_MINUS_3 -> 268;
        };
    }

    private static double saturationAdc(PixelPart part) {
        return part == PixelPart.BPIX_1 ? 208 : 186;
    }
}
