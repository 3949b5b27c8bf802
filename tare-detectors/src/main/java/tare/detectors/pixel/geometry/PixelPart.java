package tare.detectors.pixel.geometry;

/// A barrel layer or an endcap disk: a run of consecutive dense module indexes.
///
/// The order of the constants is the order of the dense index: four layers, then disks 1 to 3 at
/// positive z, then disks 1 to 3 at negative z, as the layer names and starts of the phase-1
/// topology in CMSSW (`BL1`..`BL4`, `E+1`..`E+3`, `E-1`..`E-3`; 0, 96, 320, 672, 1184, 1296, 1408,
/// 1520, 1632, 1744). A dense index is Tare's own: a file names a module by raw id or name.
public enum PixelPart {
    BPIX_1("BPix1", 96, 2),
    BPIX_2("BPix2", 224, 4),
    BPIX_3("BPix3", 352, 8),
    BPIX_4("BPix4", 512, 8),
    E_PLUS_1("E+1", 112, 8),
    E_PLUS_2("E+2", 112, 8),
    E_PLUS_3("E+3", 112, 8),
    E_MINUS_1("E-1", 112, 8),
    E_MINUS_2("E-2", 112, 8),
    E_MINUS_3("E-3", 112, 8);

    private final String label;
    private final int moduleCount;
    private final int rocsPerLink;

    PixelPart(String label, int moduleCount, int rocsPerLink) {
        this.label = label;
        this.moduleCount = moduleCount;
        this.rocsPerLink = rocsPerLink;
    }

    static PixelPart barrel(int layer) {
        return values()[layer - 1];
    }

    static PixelPart endcap(Side side, int disk) {
        PixelPart first = side == Side.PLUS ? E_PLUS_1 : E_MINUS_1;
        return values()[first.ordinal() + disk - 1];
    }

    /// What a plot says: `BPix1` .. `BPix4`, `E+1` .. `E-3`.
    public String label() {
        return label;
    }

    public int moduleCount() {
        return moduleCount;
    }

    /// ROCs read out through one FED link; 16 ROCs share 16 / this many links.
    public int rocsPerLink() {
        return rocsPerLink;
    }

    public boolean isBarrel() {
        return ordinal() <= BPIX_4.ordinal();
    }

    /// How a hit word of this part spells the pixel's place in its ROC.
    public AddressFormat addressFormat() {
        return this == BPIX_1 ? AddressFormat.ROW_COLUMN : AddressFormat.DOUBLE_COLUMN;
    }
}
