package tare.detectors.pixel.geometry;

/// An endcap module's place in the numbering of the raw id.
///
/// @param side along the beam
/// @param disk 1..3, counted away from the interaction point
/// @param blade around the beam: 1..22 in ring 1 (inner radius), 23..56 in ring 2 (outer radius)
/// @param panel 1 forward or 2 backward, the two faces of a blade
public record EndcapPosition(Side side, int disk, int blade, int panel) implements ModulePosition {
    /// Blades of a disk, both rings together.
    public static final int BLADES = 56;

    /// Blades of ring 1; the blades of ring 2 are numbered after them.
    static final int RING_1_BLADES = 22;

    public EndcapPosition {
        if (disk < 1 || disk > 3)
            throw new IllegalArgumentException("endcap disk must be 1..3, got " + disk);
        if (blade < 1 || blade > BLADES)
            throw new IllegalArgumentException(
                    "endcap blade must be 1..22 (ring 1) or 23..56 (ring 2), got " + blade);
        if (panel < 1 || panel > 2)
            throw new IllegalArgumentException("endcap panel must be 1 or 2, got " + panel);
    }

    /// 1 at the inner radius, 2 at the outer.
    public int ring() {
        return blade <= RING_1_BLADES ? 1 : 2;
    }

    /// Number of the blade within its ring, from 1.
    int bladeInRing() {
        return ring() == 1 ? blade : blade - RING_1_BLADES;
    }

    @Override
    public PixelPart part() {
        return PixelPart.endcap(side, disk);
    }

    @Override
    public Half half() {
        return AroundBeam.ring(ring()).half(bladeInRing());
    }

    /// Always N, on both panels.
    @Override
    public RocOrientation orientation() {
        return RocOrientation.N;
    }
}
