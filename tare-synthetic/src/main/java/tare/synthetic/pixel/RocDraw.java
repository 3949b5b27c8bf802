package tare.synthetic.pixel;

import java.util.SplittableRandom;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocPixel;

/// Draws the pixels of one ROC into the columns of a [PixelTruth].
final class RocDraw {
    private static final double GAIN_SPREAD = 0.035;
    private static final double PEDESTAL_SPREAD_ADC = 9;
    private static final double LOWEST_PEDESTAL_ADC = 12;
    private static final double HIGHEST_PEDESTAL_ADC = 85;
    private static final double SATURATION_SPREAD_ADC = 3;
    private static final double NOISE_SPREAD = 0.05;
    private static final double THRESHOLD_ELECTRONS = 2000;
    private static final double THRESHOLD_SPREAD_ELECTRONS = 150;

    private static final float NOISY_FACTOR = 8;
    private static final float SHIFT_ADC = 40;
    private static final float EARLY_PLATEAU_ADC = 8;

    private final RocTendency tendency;
    private final double noiseAdc;
    private final PixelFaultRates rates;
    private final SplittableRandom values;
    private final SplittableRandom faults;

    RocDraw(PixelModule module, int position, double noiseAdc, PixelFaultRates rates, long seed) {
        long number = RocTendency.number(module, position);
        this.tendency = RocTendency.draw(module, position, seed);
        this.noiseAdc = noiseAdc;
        this.rates = rates;
        values = RandomStream.PIXEL.of(seed, number);
        faults = RandomStream.FAULT.of(seed, number);
    }

    /// @param first index of the ROC's first pixel
    void fill(PixelTruth truth, int first) {
        for (int i = 0; i < PixelTruth.PIXELS_OF_ROC; i++) drawValues(truth, first + i);
        boolean isDead = faults.nextDouble() < rates.deadRoc();
        boolean[] deadColumns = new boolean[RocPixel.COLUMNS / 2];
        for (int i = 0; i < deadColumns.length; i++) {
            deadColumns[i] = faults.nextDouble() < rates.deadDoubleColumn();
        }
        for (int i = 0; i < PixelTruth.PIXELS_OF_ROC; i++) {
            PixelFault ofPixel = rates.pixel(faults.nextDouble());
            boolean inDeadColumn = deadColumns[i % RocPixel.COLUMNS / 2];
            apply(
                    isDead
                            ? PixelFault.DEAD_ROC
                            : inDeadColumn ? PixelFault.DEAD_DOUBLE_COLUMN : ofPixel,
                    truth,
                    first + i);
        }
    }

    private void drawValues(PixelTruth truth, int pixel) {
        truth.gain[pixel] = (float) (tendency.gain() * (1 + GAIN_SPREAD * values.nextGaussian()));
        truth.pedestalAdc[pixel] =
                (float)
                        Math.clamp(
                                tendency.pedestalAdc()
                                        + PEDESTAL_SPREAD_ADC * values.nextGaussian(),
                                LOWEST_PEDESTAL_ADC,
                                HIGHEST_PEDESTAL_ADC);
        truth.saturationAdc[pixel] =
                (float) (tendency.saturationAdc() + SATURATION_SPREAD_ADC * values.nextGaussian());
        truth.noiseAdc[pixel] =
                (float) (noiseAdc * Math.max(0.5, 1 + NOISE_SPREAD * values.nextGaussian()));
        truth.thresholdElectrons[pixel] =
                (float) (THRESHOLD_ELECTRONS + THRESHOLD_SPREAD_ELECTRONS * values.nextGaussian());
    }

    private static void apply(PixelFault fault, PixelTruth truth, int pixel) {
        truth.fault[pixel] = (byte) fault.ordinal();
        switch (fault) {
            case NOISY -> truth.noiseAdc[pixel] *= NOISY_FACTOR;
            case SHIFTED_PEDESTAL -> truth.pedestalAdc[pixel] += SHIFT_ADC;
            case EARLY_PLATEAU ->
                    truth.saturationAdc[pixel] = truth.pedestalAdc[pixel] + EARLY_PLATEAU_ADC;
            case NONE, DEAD, DEAD_DOUBLE_COLUMN, DEAD_ROC, INEFFICIENT -> {}
        }
    }
}
