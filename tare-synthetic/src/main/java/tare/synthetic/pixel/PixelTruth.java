package tare.synthetic.pixel;

import java.util.Arrays;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocOrientation;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.PixelDecoder;

/// The true response of every pixel of a FED, in columns.
///
/// A pixel's index is `ROC ordinal * 4160 + row * 52 + column`, rows and columns in the ROC;
/// [#indexInModule] translates module coordinates. What a pixel is depends on the seed and its
/// place in the detector alone, so part of a cabling gives the same pixels as the whole; without
/// faults, those that had none stay as they were. Filled by its generator, then read by any number
/// of threads.
public final class PixelTruth {
    /// Pixels of a ROC.
    public static final int PIXELS_OF_ROC = RocPixel.ROWS * RocPixel.COLUMNS;

    private static final int NONE = -1;
    private static final PixelFault[] FAULTS = PixelFault.values();

    private final FedCabling cabling;
    private final PixelGeometry geometry;
    final float[] pedestalAdc;
    final float[] gain;
    final float[] saturationAdc;
    final float[] noiseAdc;
    final float[] thresholdElectrons;
    final byte[] fault;

    private PixelTruth(FedCabling cabling, PixelGeometry geometry) {
        this.cabling = cabling;
        this.geometry = geometry;
        int pixels = cabling.rocCount() * PIXELS_OF_ROC;
        pedestalAdc = new float[pixels];
        gain = new float[pixels];
        saturationAdc = new float[pixels];
        noiseAdc = new float[pixels];
        thresholdElectrons = new float[pixels];
        fault = new byte[pixels];
    }

    /// Draws all pixels of a FED.
    ///
    /// @param noiseAdc typical noise of a pixel, from which pixels differ by 5 % [ADC]
    /// @throws IllegalArgumentException if the noise is negative
    public static PixelTruth draw(
            FedCabling cabling,
            PixelGeometry geometry,
            double noiseAdc,
            PixelFaultRates faults,
            long seed) {
        if (!(noiseAdc >= 0)) {
            throw new IllegalArgumentException("noise must be >= 0 ADC, got " + noiseAdc);
        }
        var truth = new PixelTruth(cabling, geometry);
        for (int roc = 0; roc < cabling.rocCount(); roc++) {
            PixelModule module = geometry.module(cabling.moduleIndex(roc));
            new RocDraw(module, cabling.position(roc), noiseAdc, faults, seed)
                    .fill(truth, roc * PIXELS_OF_ROC);
        }
        return truth;
    }

    /// Number of pixels.
    public int size() {
        return gain.length;
    }

    public FedCabling cabling() {
        return cabling;
    }

    /// Index of a pixel of a ROC.
    ///
    /// @param roc ordinal in the FED's cabling
    public int index(int roc, int row, int column) {
        return roc * PIXELS_OF_ROC + PixelDecoder.pixel(row, column);
    }

    /// Indexes of the pixels of a module, in the order of its calibration, `row * 416 + column` in
    /// module coordinates; -1 for pixels of ROCs that this FED does not read.
    ///
    /// @param module dense index
    public int[] indexInModule(int module) {
        int[] indexes = new int[ModulePixel.ROWS * ModulePixel.COLUMNS];
        Arrays.fill(indexes, NONE);
        RocOrientation lie = geometry.module(module).orientation();
        for (int roc = 0; roc < cabling.rocCount(); roc++) {
            if (cabling.moduleIndex(roc) == module) place(roc, lie, indexes);
        }
        return indexes;
    }

    private void place(int roc, RocOrientation lie, int[] indexes) {
        int position = cabling.position(roc);
        for (int row = 0; row < RocPixel.ROWS; row++) {
            for (int column = 0; column < RocPixel.COLUMNS; column++) {
                int inModule =
                        lie.moduleRow(position, row) * ModulePixel.COLUMNS
                                + lie.moduleColumn(position, column);
                indexes[inModule] = index(roc, row, column);
            }
        }
    }

    public float pedestalAdc(int pixel) {
        return pedestalAdc[pixel];
    }

    public float gainElectronsPerAdc(int pixel) {
        return gain[pixel];
    }

    /// Height of the plateau [ADC].
    public float saturationAdc(int pixel) {
        return saturationAdc[pixel];
    }

    /// Standard deviation of a single response, before it is rounded to whole counts [ADC].
    public float noiseAdc(int pixel) {
        return noiseAdc[pixel];
    }

    /// Smaller charges give no hit [e].
    public float thresholdElectrons(int pixel) {
        return thresholdElectrons[pixel];
    }

    public PixelFault fault(int pixel) {
        return FAULTS[fault[pixel]];
    }

    /// Number of pixels with a fault, or with none.
    public long count(PixelFault kind) {
        long count = 0;
        for (byte code : fault) if (code == kind.ordinal()) count++;
        return count;
    }

    boolean isSilent(int pixel) {
        return switch (fault(pixel)) {
            case DEAD, DEAD_DOUBLE_COLUMN, DEAD_ROC -> true;
            case NONE, NOISY, EARLY_PLATEAU, SHIFTED_PEDESTAL, INEFFICIENT -> false;
        };
    }
}
