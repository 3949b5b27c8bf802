package tare.detectors.pixel.geometry;

/// A barrel module's place in the numbering of the raw id.
///
/// @param layer 1..4
/// @param ladder around the beam, 1..12, 28, 44 or 64 for layers 1..4
/// @param module along the beam, 1..8; 1..4 at negative z, 5..8 at positive z
public record BarrelPosition(int layer, int ladder, int module) implements ModulePosition {
    /// Modules of a ladder.
    public static final int MODULES = 8;

    public BarrelPosition {
        int ladders = AroundBeam.layer(layer).total();
        if (ladder < 1 || ladder > ladders)
            throw new IllegalArgumentException(
                    "ladder of layer " + layer + " must be 1.." + ladders + ", got " + ladder);
        if (module < 1 || module > MODULES)
            throw new IllegalArgumentException("barrel module must be 1..8, got " + module);
    }

    /// Ladders of a layer, both halves together.
    ///
    /// @throws IllegalArgumentException if there is no such layer
    public static int ladders(int layer) {
        return AroundBeam.layer(layer).total();
    }

    @Override
    public PixelPart part() {
        return PixelPart.barrel(layer);
    }

    @Override
    public Side side() {
        return module > MODULES / 2 ? Side.PLUS : Side.MINUS;
    }

    @Override
    public Half half() {
        return AroundBeam.layer(layer).half(ladder);
    }

    /// P for all of layer 1 and for positive z elsewhere; N for negative z in layers 2 to 4.
    @Override
    public RocOrientation orientation() {
        return layer == 1 || side() == Side.PLUS ? RocOrientation.P : RocOrientation.N;
    }
}
