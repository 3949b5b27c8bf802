package tare.detectors.pixel.geometry;

import java.util.List;

/// How the 672 endcap modules are cabled to 28 FEDs.
///
/// Four crates of seven FEDs, one per side and half. The 28 blades that a half has in a disk make
/// fourteen pairs, two pairs per FED: links 1-24 and 25-48. A pair takes, for disk 1, 2, 3 in turn,
/// its two blades, each with panel 1 and 2, each panel with two links of ROCs 0-7 and 8-15.
///
/// Real, as far as read in CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat (f98cc08; FEDs 1296
/// and 1297 in part, start of 1308): crates 1296 and 1308 are the inner and outer half at +z; the
/// order of disk, panel, link and ROC; FED 1296 with blades 1 of both rings and then 2; FED 1297
/// with blades 3 and then blades 5 and 4 of ring 2. Invented: the pairing of all other blades (real
/// crate 1308 lists ring 2 first), and the last two crates as inner and outer half at -z.
final class EndcapFedRule {
    private static final int[] HALVES = {0, 8};
    private static final int LINKS_OF_PAIR = 24;

    /// A blade in its half and ring.
    private record Blade(int ring, int number) {}

    private record Pair(Blade first, Blade second) {}

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
            for (int disk = 1; disk <= 3; disk++) {
                blade(links, side, half, disk, PAIRS.get(n).first());
                blade(links, side, half, disk, PAIRS.get(n).second());
            }
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
