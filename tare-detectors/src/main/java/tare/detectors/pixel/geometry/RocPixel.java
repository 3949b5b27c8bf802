package tare.detectors.pixel.geometry;

/// A pixel by ROC: which ROC of the module, and where in it.
///
/// @param position of the ROC in the module, 0..15, from the cabling; not the ROC's number in its
///     link
/// @param row 0..79
/// @param column 0..51
public record RocPixel(int position, int row, int column) {
    /// ROCs of a module.
    public static final int ROCS = 16;

    public static final int ROWS = 80;
    public static final int COLUMNS = 52;

    public RocPixel {
        if (position < 0 || position >= ROCS)
            throw new IllegalArgumentException("ROC position must be 0..15, got " + position);
        check(row, column);
    }

    static void check(int row, int column) {
        if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS)
            throw new IllegalArgumentException(
                    "a ROC has rows 0..79 and columns 0..51, got row " + row + " column " + column);
    }
}
