package tare.detectors.pixel.geometry;

import java.util.Locale;

/// The name of an endcap module: `FPix_BpI_D1_BLD1_PNL1_RNG1`.
///
/// `BpI` is side and half, then disk, blade counted in the half and ring, panel, ring. Source:
/// CMSSW DataFormats/SiPixelDetId/src/PixelEndcapName.cc, phase 1. (Its own parser stops at blade
/// 17, which is all there are in a half ring.)
///
/// @param side along the beam
/// @param half across the beam
/// @param disk 1..3
/// @param blade within half and ring, 1..11 in ring 1, 1..17 in ring 2
/// @param panel 1 or 2
/// @param ring 1 inner radius, 2 outer
record EndcapName(Side side, Half half, int disk, int blade, int panel, int ring) {
    EndcapName {
        int blades = AroundBeam.ring(ring).perHalf();
        if (blade < 1 || blade > blades)
            throw new IllegalArgumentException(
                    "BLD of RNG" + ring + " must be 1.." + blades + ", got " + blade);
    }

    static EndcapName of(EndcapPosition position) {
        return new EndcapName(
                position.side(),
                position.half(),
                position.disk(),
                AroundBeam.ring(position.ring()).named(position.bladeInRing()),
                position.panel(),
                position.ring());
    }

    EndcapPosition position() {
        int inRing = AroundBeam.ring(ring).around(half, blade);
        int all = ring == 1 ? inRing : inRing + EndcapPosition.RING_1_BLADES;
        return new EndcapPosition(side, disk, all, panel);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FPix_B%c%c_D%d_BLD%d_PNL%d_RNG%d",
                side.letter(),
                half.letter(),
                disk,
                blade,
                panel,
                ring);
    }
}
