package tare.detectors.pixel.lab;

import tare.detectors.pixel.geometry.RocPixel;

/// The pixels of one ROC in the order of bench files: all rows of column 0, then of column 1.
public final class LabRoc {
    /// Pixels of a ROC, 4,160.
    public static final int PIXELS = RocPixel.COLUMNS * RocPixel.ROWS;

    /// ROCs of a module.
    public static final int ROCS = RocPixel.ROCS;

    private LabRoc() {}

    /// Index of a pixel, 0 to 4159.
    ///
    /// @param column 0 to 51
    /// @param row 0 to 79
    /// @throws IllegalArgumentException if a ROC has no such pixel
    public static int pixel(int column, int row) {
        if (column < 0 || column >= RocPixel.COLUMNS || row < 0 || row >= RocPixel.ROWS) {
            throw new IllegalArgumentException(
                    "a ROC has columns 0..51 and rows 0..79, got column " + column + " row " + row);
        }
        return column * RocPixel.ROWS + row;
    }

    /// Column of a pixel index.
    public static int column(int pixel) {
        return pixel / RocPixel.ROWS;
    }

    /// Row of a pixel index.
    public static int row(int pixel) {
        return pixel % RocPixel.ROWS;
    }
}
