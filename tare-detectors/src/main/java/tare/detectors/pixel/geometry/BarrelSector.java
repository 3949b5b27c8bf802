package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.List;

/// The modules cabled together in one read-out sector of a barrel half, [SectorRule#READOUT].
///
/// @param side along the beam
/// @param half across the beam
/// @param sector 1..8
record BarrelSector(Side side, Half half, int sector) {
    /// The n-th of the sector's three layer-1 modules, by ladder then module; n from 0.
    BarrelPosition layer1(int n) {
        List<BarrelName> inSector = new ArrayList<>();
        for (int ladder = 1; ladder <= AroundBeam.LAYER_1.perHalf(); ladder++)
            for (int module = 1; module <= 4; module++) {
                BarrelName name = new BarrelName(side, half, 1, ladder, module);
                if (SectorRule.READOUT.sector(name) == sector) inSector.add(name);
            }
        return inSector.get(n).position();
    }

    /// A module of the n-th ladder the sector has in a layer, 2..4; n from 0.
    BarrelPosition module(int layer, int n, int module) {
        int ladder = 1;
        while (SectorRule.READOUT.sectorOfLadder(layer, ladder) < sector) ladder++;
        return new BarrelName(side, half, layer, ladder + n, module).position();
    }
}
