package tare.detectors.pixel.geometry;

/// How the sixteen ROCs lie in a module: two rows of eight, one row turned by half a turn.
///
/// With k the ROC position, r and c its row and column:
///
/// | | k < 8 | k >= 8 |
/// |---|---|---|
/// | P | row 159 - r, column 52 k + c | row r, column 52 (16 - k) - 1 - c |
/// | N | row r, column 52 (8 - k) - 1 - c | row 159 - r, column 52 (k - 8) + c |
///
/// The methods on numbers are for loops: they allocate nothing and check nothing; out of range in,
/// nonsense out. The methods on records check. Source: phase-1 conversion in CMSSW
/// EventFilter/SiPixelRawToDigi; [BarrelPosition] and [EndcapPosition] say which module has which.
public enum RocOrientation {
    /// Barrel layer 1, and barrel layers 2 to 4 at positive z.
    P(0),
    /// Barrel layers 2 to 4 at negative z, and the endcaps.
    N(8);

    private static final int HALF = RocPixel.ROCS / 2;

    /// First ROC position of the eight that are mirrored in row and run along increasing column.
    private final int firstAlong;

    RocOrientation(int firstAlong) {
        this.firstAlong = firstAlong;
    }

    public int moduleRow(int position, int rocRow) {
        return runsAlong(position) ? ModulePixel.ROWS - 1 - rocRow : rocRow;
    }

    public int moduleColumn(int position, int rocColumn) {
        int inHalf = position & HALF - 1;
        return runsAlong(position)
                ? RocPixel.COLUMNS * inHalf + rocColumn
                : RocPixel.COLUMNS * (HALF - inHalf) - 1 - rocColumn;
    }

    public int rocPosition(int moduleRow, int moduleColumn) {
        int slot = moduleColumn / RocPixel.COLUMNS;
        return moduleRow >= RocPixel.ROWS
                ? firstAlong + slot
                : (HALF - firstAlong) + HALF - 1 - slot;
    }

    public int rocRow(int moduleRow) {
        return moduleRow >= RocPixel.ROWS ? ModulePixel.ROWS - 1 - moduleRow : moduleRow;
    }

    public int rocColumn(int moduleRow, int moduleColumn) {
        int column = moduleColumn % RocPixel.COLUMNS;
        return moduleRow >= RocPixel.ROWS ? column : RocPixel.COLUMNS - 1 - column;
    }

    public ModulePixel toModule(RocPixel pixel) {
        return new ModulePixel(
                moduleRow(pixel.position(), pixel.row()),
                moduleColumn(pixel.position(), pixel.column()));
    }

    public RocPixel toRoc(ModulePixel pixel) {
        return new RocPixel(
                rocPosition(pixel.row(), pixel.column()),
                rocRow(pixel.row()),
                rocColumn(pixel.row(), pixel.column()));
    }

    private boolean runsAlong(int position) {
        return (position & HALF) == firstAlong;
    }
}
