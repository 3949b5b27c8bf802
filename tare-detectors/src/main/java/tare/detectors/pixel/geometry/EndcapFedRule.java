package tare.detectors.pixel.geometry;

import java.util.List;

/// How the 672 endcap modules are cabled to 28 FEDs.
///
/// Four crates of seven FEDs, one per side and half. The 28 blades that a half has in a disk make
/// fourteen pairs, two pairs per FED: links 1-24 and 25-48. A pair takes, for disk 1, 2, 3 in
/// turn, its two blades, each with panel 1 and 2, each panel with two links of ROCs 0-7 and 8-15.
///
/// Real, as far as read in CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat (f98cc08; FEDs 1296,
/// 1297 and 1308, in part): crates 1296 and 1308 are the inner and outer half at +z; two links of
/// eight ROCs per module; the order of disk, panel and link; FED 1296 with blade 1 of ring 1 and
/// ring 2, then blade 2; FED 1297 with blade 3, then blades 5 and 4 of ring 2; ring 2 first in FED
/// 1308. Invented: how all other blades are paired, and the last two crates as inner and outer
/// half at -z.
final class EndcapFedRule {
    private static final int[] HALVES = {0, 8};
    private static final int LINKS_OF_PAIR = 24;

    /// A blade in its half and ring.
    private record Blade(int ring, int number) {}

    private record Pair(Blade first, Blade second) {
        List<Blade> inOrder(Half half) {
            return half == Half.INNER ? List.of(first, second) : List.of(second, first);
        }
    }

    private static final List<Pair> PAIRS =
            List.of(
                    mixed(1, 1),
                    mixed(2, 2),
                    mixed(3, 3),
                    outer(5, 4),
                    mixed(4, 6),
                    mixed(5, 7),
                    mixed(6, 9),
                    outer(10, 8),
                    mixed(7, 11),
                    mixed(8, 12),
                    mixed(9, 15),
                    outer(14, 13),
                    mixed(10, 16),
                    mixed(11, 17));

    private EndcapFedRule() {}

    static List<CabledRoc> rocs() {
        LinkFiller links = new LinkFiller();
        int crate = 0;
        for (Side side : List.of(Side.PLUS, Side.MINUS))
            for (Half half : Half.values())
                crate(links, FedNumbers.firstOfEndcapCrate(crate++), side, half);
        return links.rocs();
    }

    private static void crate(LinkFiller links, int fed, Side side, Half half) {
        for (int n = 0; n < PAIRS.size(); n++) {
            links.startAt(fed + n / 2, 1 + n % 2 * LINKS_OF_PAIR);
            for (int disk = 1; disk <= 3; disk++)
                for (Blade blade : PAIRS.get(n).inOrder(half))
                    blade(links, side, half, disk, blade);
        }
    }

    private static void blade(LinkFiller links, Side side, Half half, int disk, Blade blade) {
        for (int panel = 1; panel <= 2; panel++)
            links.module(
                    new EndcapName(side, half, disk, blade.number(), panel, blade.ring())
                            .position(),
                    HALVES);
    }

    private static Pair mixed(int ring1, int ring2) {
        return new Pair(new Blade(1, ring1), new Blade(2, ring2));
    }

    private static Pair outer(int first, int second) {
        return new Pair(new Blade(2, first), new Blade(2, second));
    }
}
