package tare.synthetic.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import tare.detectors.pixel.lab.LabFile;
import tare.detectors.pixel.lab.LabRoc;
import tare.detectors.pixel.lab.LabScan;
import tare.detectors.pixel.vcal.Region;
import tare.detectors.pixel.vcal.VcalBase;

/// A ROC on the test bench: writes the pulse-height file that the bench software would.
///
/// The pixels are those of a [PixelTruth]; every mean is that of ten triggers with noise, its
/// fraction cut off as the bench does, 0 where there is no response. The response bends into its
/// plateau ([Plateau#SOFT]). Charges are those of unirradiated chips, 47 e/VCal and -60 e.
public final class BenchRoc {
    /// Settings of the low range.
    public static final List<Integer> LOW = List.of(50, 75, 100, 125, 150, 175, 200, 225, 250);

    /// Settings of the high range, as in psi46/pxar's tests/PixTestGainPedestal.cc.
    public static final List<Integer> HIGH = List.of(30, 50, 70, 90, 200);

    private static final int TRIGGERS = 10;
    private static final VcalBase CHARGE = VcalBase.run3(Region.LAYER_2);

    private BenchRoc() {}

    /// Writes the file of one ROC.
    ///
    /// @param file to be called `phCalibration_C<roc>.dat`
    /// @param roc ordinal in the cabling of the truth
    public static void write(Path file, PixelTruth truth, int roc, long seed) throws IOException {
        SplittableRandom random = RandomStream.BENCH.of(seed, roc);
        short[][] means = new short[LabRoc.PIXELS][LOW.size() + HIGH.size()];
        for (int pixel = 0; pixel < means.length; pixel++) {
            int at = truth.index(roc, LabRoc.row(pixel), LabRoc.column(pixel));
            int point = 0;
            for (int vcal : LOW) means[pixel][point++] = mean(truth, at, vcal, random);
            for (int vcal : HIGH) {
                int vcalLow = vcal * LabScan.LOW_STEPS_PER_HIGH_STEP;
                means[pixel][point++] = mean(truth, at, vcalLow, random);
            }
        }
        LabFile.write(file, settings(LOW), settings(HIGH), means);
    }

    private static int[] settings(List<Integer> vcal) {
        return vcal.stream().mapToInt(Integer::intValue).toArray();
    }

    private static short mean(PixelTruth truth, int pixel, int vcalLow, SplittableRandom random) {
        double charge = CHARGE.slopeElectrons() * vcalLow + CHARGE.offsetElectrons();
        if (truth.isSilent(pixel) || charge < truth.thresholdElectrons(pixel)) return 0;
        double linear = truth.pedestalAdc(pixel) + charge / truth.gainElectronsPerAdc(pixel);
        double response = Plateau.SOFT.response(linear, truth.saturationAdc(pixel));
        long sum = 0;
        for (int i = 0; i < TRIGGERS; i++) {
            double adc = response + truth.noiseAdc(pixel) * random.nextGaussian();
            sum += Math.clamp(Math.round(adc), 0, 255);
        }
        return (short) (sum / TRIGGERS);
    }
}
