package tare.synthetic.pixel;

import java.util.SplittableRandom;
import tare.detectors.pixel.geometry.AddressFormat;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.PixelWord;
import tare.synthetic.random.Poisson;

/// Hits of pixels that were not pulsed: cross-talk into neighbours, and noisy pixels.
final class OffPatternHits {
    private static final int[] ROW_STEPS = {1, -1, 0, 0};
    private static final int[] COLUMN_STEPS = {0, 0, 1, -1};
    private static final int CROSS_TALK_SHARE = 4;

    private final ScanSetup setup;
    private final FedCabling cabling;
    private final PulsedPixels pulsed;
    private final SplittableRandom random;

    OffPatternHits(ScanSetup setup, PulsedPixels pulsed, SplittableRandom random) {
        this.setup = setup;
        this.cabling = setup.cabling;
        this.pulsed = pulsed;
        this.random = random;
    }

    /// Adds the neighbours' hits; a pixel all whose neighbours are pulsed has none.
    ///
    /// @param payload holds `hits` hits from index 0 on
    /// @return number added at index `hits`
    int addCrossTalk(int[] payload, int hits) {
        int wanted = Poisson.draw(random, setup.faults.crossTalk() * hits);
        int added = 0;
        for (int i = 0; i < wanted && hits + added < payload.length; i++) {
            int hit = payload[random.nextInt(hits)];
            int ordinal = cabling.ordinal(PixelWord.linkRoc(hit));
            AddressFormat format = cabling.addressFormat(ordinal);
            int row = format.row(hit);
            int column = format.column(hit);
            int side = freeSide(row, column);
            if (side < 0) continue;
            payload[hits + added++] =
                    PixelWord.hit(
                            cabling,
                            ordinal,
                            row + ROW_STEPS[side],
                            column + COLUMN_STEPS[side],
                            PixelWord.adc(hit) / CROSS_TALK_SHARE);
        }
        return added;
    }

    /// A side on which the neighbour exists and is not pulsed, or -1.
    private int freeSide(int row, int column) {
        for (int side = 0; side < ROW_STEPS.length; side++) {
            if (isFree(row + ROW_STEPS[side], column + COLUMN_STEPS[side])) return side;
        }
        return -1;
    }

    private boolean isFree(int row, int column) {
        return row >= 0
                && row < RocPixel.ROWS
                && column >= 0
                && column < RocPixel.COLUMNS
                && !pulsed.contains(row, column);
    }

    /// Adds hits of noisy pixels that are not pulsed.
    ///
    /// @return number added at index `from`
    int addNoise(int[] payload, int from) {
        int[] noisy = setup.noisyPixels;
        int wanted = Poisson.draw(random, setup.faults.noiseHits() * noisy.length);
        int added = 0;
        for (int i = 0; i < wanted && from + added < payload.length; i++) {
            int pixel = noisy[random.nextInt(noisy.length)];
            int inRoc = pixel % PixelTruth.PIXELS_OF_ROC;
            int row = inRoc / RocPixel.COLUMNS;
            int column = inRoc % RocPixel.COLUMNS;
            if (pulsed.contains(row, column)) continue;
            int ordinal = pixel / PixelTruth.PIXELS_OF_ROC;
            int adc = (int) setup.truth.pedestalAdc(pixel) + random.nextInt(40);
            payload[from + added++] = PixelWord.hit(cabling, ordinal, row, column, adc);
        }
        return added;
    }
}
