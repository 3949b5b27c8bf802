package tare.detectors.pixel.geometry;

/// The two ways the eight sectors of a barrel half are drawn.
///
/// Names printed by the software and names in the real FED tables differ in the sector of some
/// modules, e.g. layer 2 ladder 6 is in sector 3 of one and 4 of the other. A name is accepted with
/// either. Sources: CMSSW PixelBarrelName.cc (software); the barrel name-translation table of
/// cms-analysis/DPGAnalysis-SiPixelTools, from which the read-out rule was inferred (it holds for
/// all 18,944 ROCs there).
enum SectorRule {
    /// A ladder belongs to one sector.
    SOFTWARE(
            new int[] {1, 1, 1, 0, 0, 1, 1, 1},
            new int[] {2, 2, 2, 1, 1, 2, 2, 2},
            new int[] {3, 3, 3, 2, 2, 3, 3, 3},
            new int[] {4, 4, 4, 4, 4, 4, 4, 4}) {
        @Override
        int layer1Sector(int ladder, int module) {
            return sectorOfLadder(1, ladder);
        }
    },
    /// Groups of modules cabled to the same FEDs; a sector has three modules of layer 1.
    READOUT(
            new int[] {},
            new int[] {2, 2, 1, 2, 2, 1, 2, 2},
            new int[] {2, 3, 3, 3, 3, 3, 3, 2},
            new int[] {4, 4, 4, 4, 4, 4, 4, 4}) {
        /// Modules in the order ladder 1 module 4, 3, 2, 1, ladder 2 module 4, ... dealt by threes.
        @Override
        int layer1Sector(int ladder, int module) {
            return ((ladder - 1) * 4 + (4 - module)) / 3 + 1;
        }
    };

    private final int[][] laddersPerSector;

    SectorRule(int[]... laddersPerSector) {
        this.laddersPerSector = laddersPerSector;
    }

    int sector(BarrelName name) {
        return name.layer() == 1
                ? layer1Sector(name.ladder(), name.module())
                : sectorOfLadder(name.layer(), name.ladder());
    }

    abstract int layer1Sector(int ladder, int module);

    int sectorOfLadder(int layer, int ladder) {
        int sector = 1;
        int past = laddersPerSector[layer - 1][0];
        while (ladder > past) past += laddersPerSector[layer - 1][sector++];
        return sector;
    }
}
