package tare.detectors.pixel.geometry;

import java.util.Locale;

/// The 32-bit raw id of a phase-1 pixel module; every value of this type is an existing module.
///
/// - both: bits 31-28 are 1 (tracker); bits that are not named are 0;
/// - barrel: bits 27-25 are 1; 23-20 layer, 19-12 ladder, 11-2 module;
/// - endcap: bits 27-25 are 2; 24-23 side (1 = -z, 2 = +z), 21-18 disk, 17-12 blade, 11-10 panel,
///   9-2 module, which is 1.
///
/// Source: CMSSW Geometry/TrackerNumberingBuilder/README.md, phase 1. Example: 303050776 is layer
/// 1, ladder 3, module 6.
public record RawDetectorId(int value) implements Comparable<RawDetectorId> {
    private static final int BARREL = 0x1 << 28 | 1 << 25;
    private static final int ENDCAP = 0x1 << 28 | 2 << 25;
    private static final int DETECTOR_MASK = 0xFE000000;
    private static final int ENDCAP_MODULE = 1;

    public RawDetectorId {
        int again = encode(decode(value));
        if (again != value)
            throw refused(value, "it sets bits a pixel id leaves zero; nearest id " + again);
    }

    /// Id of the module at a place.
    public static RawDetectorId of(ModulePosition position) {
        return new RawDetectorId(encode(position));
    }

    /// Id of a barrel module.
    ///
    /// @throws IllegalArgumentException if a number is out of range, see [BarrelPosition]
    public static RawDetectorId barrel(int layer, int ladder, int module) {
        return of(new BarrelPosition(layer, ladder, module));
    }

    /// Id of an endcap module.
    ///
    /// @throws IllegalArgumentException if a number is out of range, see [EndcapPosition]
    public static RawDetectorId endcap(Side side, int disk, int blade, int panel) {
        return of(new EndcapPosition(side, disk, blade, panel));
    }

    /// Reads an id in decimal, as tables write it.
    ///
    /// @throws IllegalArgumentException if the text is no number or no pixel module
    public static RawDetectorId parse(String text) {
        try {
            return new RawDetectorId(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "raw id must be a whole number of 32 bits, got '" + text + "'", e);
        }
    }

    /// Where the module sits.
    public ModulePosition position() {
        return decode(value);
    }

    @Override
    public int compareTo(RawDetectorId other) {
        return Integer.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(value);
    }

    private static int encode(ModulePosition position) {
        return switch (position) {
            case BarrelPosition(int layer, int ladder, int module) ->
                    BARREL | layer << 20 | ladder << 12 | module << 2;
            case EndcapPosition(Side side, int disk, int blade, int panel) ->
                    ENDCAP
                            | side.code() << 23
                            | disk << 18
                            | blade << 12
                            | panel << 10
                            | ENDCAP_MODULE << 2;
        };
    }

    private static ModulePosition decode(int value) {
        try {
            return switch (value & DETECTOR_MASK) {
                case BARREL -> decodeBarrel(value);
                case ENDCAP -> decodeEndcap(value);
                default -> throw new IllegalArgumentException(otherDetector(value));
            };
        } catch (IllegalArgumentException e) {
            throw refused(value, String.valueOf(e.getMessage()));
        }
    }

    private static BarrelPosition decodeBarrel(int value) {
        return new BarrelPosition(
                field(value, 20, 0xF), field(value, 12, 0xFF), field(value, 2, 0x3FF));
    }

    private static EndcapPosition decodeEndcap(int value) {
        Side side =
                switch (field(value, 23, 3)) {
                    case 1 -> Side.MINUS;
                    case 2 -> Side.PLUS;
                    default ->
                            throw new IllegalArgumentException(
                                    "endcap side must be 1 or 2, got " + field(value, 23, 3));
                };
        return new EndcapPosition(
                side, field(value, 18, 0xF), field(value, 12, 0x3F), field(value, 10, 3));
    }

    private static String otherDetector(int value) {
        return String.format(
                Locale.ROOT,
                "detector %d, subdetector %d; pixels are detector 1, subdetector 1 or 2",
                value >>> 28,
                field(value, 25, 7));
    }

    private static int field(int value, int shift, int mask) {
        return value >>> shift & mask;
    }

    private static IllegalArgumentException refused(int value, String why) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "%s (0x%08x) is not a phase-1 pixel module: %s",
                        Integer.toUnsignedString(value),
                        value,
                        why));
    }
}
