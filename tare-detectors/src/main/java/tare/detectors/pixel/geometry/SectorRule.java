package tare.detectors.pixel.geometry;

/// The two ways the eight sectors of a barrel half are drawn.
///
/// Names printed by the software and names in the real FED tables differ in the sector of some
/// modules, e.g. layer 2 ladder 6 is in sector 3 of one and 4 of the other. A name is accepted
/// with either. Sources: CMSSW PixelBarrelName.cc (software); the barrel name-translation table of
/// cms-analysis/DPGAnalysis-SiPixelTools, from which the read-out rule was inferred (it holds for
/// all 18,944 ROCs there).
enum SectorRule {
    /// A ladder belongs to one sector.
    SOFTWARE {
        @Override
        int sector(BarrelName name) {
            return sectorOfLadder(name.layer(), name.ladder());
        }

        @Override
        int[] laddersPerSector(int layer) {
            return switch (layer) {
                case 1 -> new int[] {1, 1, 1, 0, 0, 1, 1, 1};
                case 2 -> new int[] {2, 2, 2, 1, 1, 2, 2, 2};
                case 3 -> new int[] {3, 3, 3, 2, 2, 3, 3, 3};
                default -> new int[] {4, 4, 4, 4, 4, 4, 4, 4};
            };
        }
    },
    /// Groups of modules cabled to the same FEDs. Layer 1 is dealt by threes in the order ladder 1
    /// module 4, 3, 2, 1, ladder 2 module 4, and so on.
    READOUT {
        @Override
        int sector(BarrelName name) {
            return name.layer() == 1
                    ? (4 * (name.ladder() - 1) + (4 - name.module())) / 3 + 1
                    : sectorOfLadder(name.layer(), name.ladder());
        }

        @Override
        int[] laddersPerSector(int layer) {
            return switch (layer) {
                case 2 -> new int[] {2, 2, 1, 2, 2, 1, 2, 2};
                case 3 -> new int[] {2, 3, 3, 3, 3, 3, 3, 2};
                case 4 -> new int[] {4, 4, 4, 4, 4, 4, 4, 4};
                default ->
                        throw new IllegalArgumentException(
                                "layer 1 has no read-out sectors of whole ladders");
            };
        }
    };

    /// Sector 1..8 of a module.
    abstract int sector(BarrelName name);

    abstract int[] laddersPerSector(int layer);

    int sectorOfLadder(int layer, int ladder) {
        int[] ladders = laddersPerSector(layer);
        int sector = 1;
        int past = ladders[0];
        while (ladder > past) past += ladders[sector++];
        return sector;
    }
}
