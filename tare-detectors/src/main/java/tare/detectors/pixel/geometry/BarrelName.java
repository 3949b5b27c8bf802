package tare.detectors.pixel.geometry;

import java.util.Locale;

/// The name of a barrel module: `BPix_BmI_SEC1_LYR1_LDR1F_MOD1`.
///
/// `BmI` is side and half, then sector, layer, ladder counted in the half, module counted from the
/// interaction point. The sector follows from the rest and does not identify anything; the name
/// carries the [SectorRule#SOFTWARE] one. Source: CMSSW
/// DataFormats/SiPixelDetId/src/PixelBarrelName.cc, phase 1.
///
/// @param side along the beam
/// @param half across the beam
/// @param layer 1..4
/// @param ladder within the half, 1..6, 14, 22 or 32 for layers 1..4
/// @param module within the ladder's side, 1..4, 1 next to the interaction point
record BarrelName(Side side, Half half, int layer, int ladder, int module) {
    private static final int MODULES_PER_SIDE = BarrelPosition.MODULES / 2;

    BarrelName {
        int ladders = AroundBeam.layer(layer).perHalf();
        if (ladder < 1 || ladder > ladders)
            throw new IllegalArgumentException(
                    "LDR of LYR" + layer + " must be 1.." + ladders + ", got " + ladder);
        if (module < 1 || module > MODULES_PER_SIDE)
            throw new IllegalArgumentException("MOD must be 1..4, got " + module);
    }

    static BarrelName of(BarrelPosition position) {
        int module =
                position.side() == Side.PLUS
                        ? position.module() - MODULES_PER_SIDE
                        : MODULES_PER_SIDE + 1 - position.module();
        int ladder = AroundBeam.layer(position.layer()).named(position.ladder());
        return new BarrelName(position.side(), position.half(), position.layer(), ladder, module);
    }

    BarrelPosition position() {
        return new BarrelPosition(
                layer,
                AroundBeam.layer(layer).around(half, ladder),
                side == Side.PLUS ? MODULES_PER_SIDE + module : MODULES_PER_SIDE + 1 - module);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BPix_B%c%c_SEC%d_LYR%d_LDR%dF_MOD%d",
                side.letter(),
                half.letter(),
                SectorRule.SOFTWARE.sector(this),
                layer,
                ladder,
                module);
    }
}
