package tare.detectors.pixel.geometry;

/// The two ways of counting ladders or blades around the beam.
///
/// A raw id counts all of them, 1..2n, starting in the middle of the inner half. A name counts
/// 1..n in each half, from top to bottom. With f the number of inner elements before the outer
/// half begins:
///
/// - outer half: f+1 .. f+n are named 1..n;
/// - inner half: 1..f are named f..1, and f+n+1 .. 2n are named n .. f+1.
///
/// Source of the rule and of f, n: CMSSW DataFormats/SiPixelDetId/src/PixelBarrelName.cc and
/// PixelEndcapName.cc (phase 1).
enum AroundBeam {
    LAYER_1(3, 6),
    LAYER_2(7, 14),
    LAYER_3(11, 22),
    LAYER_4(16, 32),
    RING_1(6, 11),
    RING_2(9, 17);

    private final int firstInner;
    private final int perHalf;

    AroundBeam(int firstInner, int perHalf) {
        this.firstInner = firstInner;
        this.perHalf = perHalf;
    }

    static AroundBeam layer(int layer) {
        return switch (layer) {
            case 1 -> LAYER_1;
            case 2 -> LAYER_2;
            case 3 -> LAYER_3;
            case 4 -> LAYER_4;
            default ->
                    throw new IllegalArgumentException("barrel layer must be 1..4, got " + layer);
        };
    }

    static AroundBeam ring(int ring) {
        return switch (ring) {
            case 1 -> RING_1;
            case 2 -> RING_2;
            default ->
                    throw new IllegalArgumentException("endcap ring must be 1 or 2, got " + ring);
        };
    }

    int perHalf() {
        return perHalf;
    }

    int total() {
        return 2 * perHalf;
    }

    Half half(int around) {
        return around > firstInner && around <= firstInner + perHalf ? Half.OUTER : Half.INNER;
    }

    /// Number in the name, 1..n, of element `around` (1..2n).
    int named(int around) {
        if (half(around) == Half.OUTER) return around - firstInner;
        return around <= firstInner ? firstInner + 1 - around : firstInner + total() + 1 - around;
    }

    /// Number in the raw id, 1..2n, of element `named` (1..n) of a half.
    int around(Half half, int named) {
        if (half == Half.OUTER) return firstInner + named;
        return named <= firstInner ? firstInner + 1 - named : firstInner + total() + 1 - named;
    }
}
