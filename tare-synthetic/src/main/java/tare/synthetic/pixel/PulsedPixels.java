package tare.synthetic.pixel;

import java.util.List;
import java.util.SplittableRandom;
import tare.detectors.pixel.raw.PixelDecoder;
import tare.detectors.pixel.raw.PixelWord;

/// The pixels that one pattern pulses, and how they answer: the hot loop of the simulation.
///
/// Means are worked out once per charge, for the triggers that follow. Every hit has noise of its
/// own; there is no table of noise to be used again, so pulls of fitted constants mean something.
final class PulsedPixels {
    private static final int HIGHEST_ADC = 255;
    private static final double INEFFICIENT = 0.5;

    private final ScanSetup setup;
    private final SplittableRandom random;

    /// Indexes in the truth, in the order of read-out.
    private final int[] pixels;

    private final int[] roc;

    /// Hit words with ADC 0.
    private final int[] address;

    private final boolean[] isPulsed = new boolean[1 << PixelDecoder.PIXEL_BITS];

    // Of those that answer at the present charge:
    private int answering;
    private final int[] word;
    private final float[] mean;
    private final float[] noise;
    private final boolean[] isInefficient;

    PulsedPixels(ScanSetup setup, int pattern) {
        this.setup = setup;
        random = RandomStream.PULSE.of(setup.seed, pattern);
        List<Integer> rows = setup.scan.rows(pattern);
        List<Integer> columns = setup.scan.columns(pattern);
        int size = setup.readoutOrder.length * rows.size() * columns.size();
        pixels = new int[size];
        roc = new int[size];
        address = new int[size];
        word = new int[size];
        mean = new float[size];
        noise = new float[size];
        isInefficient = new boolean[size];
        int at = 0;
        for (int ordinal : setup.readoutOrder) {
            for (int row : rows) {
                for (int column : columns) put(at++, ordinal, row, column);
            }
        }
    }

    private void put(int at, int ordinal, int row, int column) {
        pixels[at] = setup.truth.index(ordinal, row, column);
        roc[at] = ordinal;
        address[at] = PixelWord.hit(setup.cabling, ordinal, row, column, 0);
        isPulsed[PixelDecoder.pixel(row, column)] = true;
    }

    int size() {
        return pixels.length;
    }

    /// Whether the pattern pulses a pixel of every ROC.
    boolean contains(int row, int column) {
        return isPulsed[PixelDecoder.pixel(row, column)];
    }

    /// Sets the charge for the triggers that follow.
    void setPoint(int point) {
        answering = 0;
        PixelTruth truth = setup.truth;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            double charge = setup.chargeElectrons(roc[i], point);
            if (charge < truth.thresholdElectrons[pixel] || truth.isSilent(pixel)) continue;
            double linear = truth.pedestalAdc[pixel] + charge / truth.gain[pixel];
            word[answering] = address[i];
            mean[answering] = (float) setup.plateau.response(linear, truth.saturationAdc[pixel]);
            noise[answering] = truth.noiseAdc[pixel];
            isInefficient[answering] = truth.fault(pixel) == PixelFault.INEFFICIENT;
            answering++;
        }
    }

    /// The hits of one trigger.
    ///
    /// @param payload receives them from index 0 on
    /// @return number of hits
    int trigger(int[] payload) {
        int hits = 0;
        for (int i = 0; i < answering; i++) {
            if (isInefficient[i] && random.nextDouble() >= INEFFICIENT) continue;
            double adc = mean[i] + noise[i] * random.nextGaussian();
            payload[hits++] = word[i] | Math.clamp(Math.round(adc), 0, HIGHEST_ADC);
        }
        return hits;
    }
}
