package tare.detectors.calorimeter.dsm;

import static tare.detectors.calorimeter.dsm.Layer0Word.channels;
import static tare.detectors.calorimeter.dsm.Layer0Word.range;

import java.util.List;

/// A kind of layer-0 board: which patches go into which sum.
///
/// Barrel groups are called low and high after their distance from the middle of the barrel, in
/// |eta|. A split board lies on the border of two jet patches and gives each of them sixteen bits.
/// Endcap patches of ten, eight and six towers make up groups of their own.
record Layer0Board(List<PatchHalf> halves) {
    /// Patches 0-3 low (|eta| < 0.4), 4-9 high.
    static final Layer0Board BARREL_WEST = of(two(0, range(0, 3), 1, range(4, 9), 1));

    /// Patches 0-5 low (|eta| < 0.6), 6-9 high.
    static final Layer0Board BARREL_EAST = of(two(0, range(0, 5), 1, range(6, 9), 1));

    /// Odd patches in bits 0-15, even ones in bits 16-31.
    static final Layer0Board BARREL_WEST_SPLIT =
            of(
                    two(0, channels(1, 3), 1, channels(5, 7, 9), 1),
                    two(16, channels(0, 2), 1, channels(4, 6, 8), 1));

    /// Even patches in bits 0-15, odd ones in bits 16-31.
    static final Layer0Board BARREL_EAST_SPLIT =
            of(
                    two(0, channels(0, 2, 4), 1, channels(6, 8), 1),
                    two(16, channels(1, 3, 5), 1, channels(7, 9), 1));

    /// Even channels are patches of ten towers, odd ones of eight.
    static final Layer0Board ENDCAP =
            of(two(0, channels(0, 2, 4, 6, 8), 3, channels(1, 3, 5, 7, 9), 2));

    /// Patches of six towers, of one jet patch in channels 0-4 and of its neighbour in 5-9.
    static final Layer0Board ENDCAP_SPLIT =
            of(PatchHalf.of(0, range(0, 4), 1), PatchHalf.of(16, range(5, 9), 1));

    Layer0Board {
        halves = List.copyOf(halves);
    }

    private static Layer0Board of(PatchHalf... halves) {
        return new Layer0Board(List.of(halves));
    }

    private static PatchHalf two(int low, int[] one, int oneTarget, int[] other, int otherTarget) {
        return PatchHalf.of(
                low,
                new PatchGroup(one, oneTarget, low),
                new PatchGroup(other, otherTarget, low + 6));
    }

    int outputBits() {
        return 16 * halves.size();
    }
}
