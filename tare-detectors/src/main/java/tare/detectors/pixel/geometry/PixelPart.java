package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.List;

/// A barrel layer or an endcap disk: a run of consecutive dense module indexes.
///
/// The order of the constants is the order of the dense index: four layers, then disks 1 to 3 at
/// positive z, then disks 1 to 3 at negative z, starting at 0, 96, 320, 672, 1184, 1296, 1408,
/// 1520, 1632 and 1744, like the layer names of CMSSW's phase1PixelTopology.h.
///
/// A dense index never leaves the program: other software numbers the endcaps the other way round
/// (in Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat modules at positive z, side 2, start at 1520), so
/// files name a module by raw id or name.
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
        return switch (layer) {
            case 1 -> BPIX_1;
            case 2 -> BPIX_2;
            case 3 -> BPIX_3;
            case 4 -> BPIX_4;
            default ->
                    throw new IllegalArgumentException("barrel layer must be 1..4, got " + layer);
        };
    }

    static PixelPart endcap(Side side, int disk) {
        boolean plus = side == Side.PLUS;
        return switch (disk) {
            case 1 -> plus ? E_PLUS_1 : E_MINUS_1;
            case 2 -> plus ? E_PLUS_2 : E_MINUS_2;
            case 3 -> plus ? E_PLUS_3 : E_MINUS_3;
            default -> throw new IllegalArgumentException("endcap disk must be 1..3, got " + disk);
        };
    }

    /// What a plot says: `BPix1` .. `BPix4`, `E+1` .. `E-3`.
    public String label() {
        return label;
    }

    /// The places of all its modules, ordered by raw id.
    List<ModulePosition> positions() {
        return switch (this) {
            case BPIX_1 -> layer(1);
            case BPIX_2 -> layer(2);
            case BPIX_3 -> layer(3);
            case BPIX_4 -> layer(4);
            case E_PLUS_1 -> disk(Side.PLUS, 1);
            case E_PLUS_2 -> disk(Side.PLUS, 2);
            case E_PLUS_3 -> disk(Side.PLUS, 3);
            case E_MINUS_1 -> disk(Side.MINUS, 1);
            case E_MINUS_2 -> disk(Side.MINUS, 2);
            case E_MINUS_3 -> disk(Side.MINUS, 3);
        };
    }

    public int moduleCount() {
        return moduleCount;
    }

    /// ROCs read out through one FED link; 16 ROCs share 16 / this many links.
    public int rocsPerLink() {
        return rocsPerLink;
    }

    public boolean isBarrel() {
        return switch (this) {
            case BPIX_1, BPIX_2, BPIX_3, BPIX_4 -> true;
            case E_PLUS_1, E_PLUS_2, E_PLUS_3, E_MINUS_1, E_MINUS_2, E_MINUS_3 -> false;
        };
    }

    /// How a hit word of this part spells the pixel's place in its ROC.
    public AddressFormat addressFormat() {
        return this == BPIX_1 ? AddressFormat.ROW_COLUMN : AddressFormat.DOUBLE_COLUMN;
    }

    private static List<ModulePosition> layer(int layer) {
        List<ModulePosition> places = new ArrayList<>();
        for (int ladder = 1; ladder <= BarrelPosition.ladders(layer); ladder++)
            for (int module = 1; module <= BarrelPosition.MODULES; module++)
                places.add(new BarrelPosition(layer, ladder, module));
        return places;
    }

    private static List<ModulePosition> disk(Side side, int disk) {
        List<ModulePosition> places = new ArrayList<>();
        for (int blade = 1; blade <= EndcapPosition.BLADES; blade++)
            for (int panel = 1; panel <= 2; panel++)
                places.add(new EndcapPosition(side, disk, blade, panel));
        return places;
    }
}
