package tare.detectors.pixel.geometry;

/// A pixel by its place in the module.
///
/// @param row 0..159
/// @param column 0..415
public record ModulePixel(int row, int column) {
    public static final int ROWS = 2 * RocPixel.ROWS;
    public static final int COLUMNS = RocPixel.ROCS / 2 * RocPixel.COLUMNS;

    /// Pixels of a module, 66,560.
    public static final int PIXELS = ROWS * COLUMNS;

    public ModulePixel {
        if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS)
            throw new IllegalArgumentException(
                    "a module has rows 0..159 and columns 0..415, got row "
                            + row
                            + " column "
                            + column);
    }
}
