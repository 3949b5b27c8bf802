package tare.detectors.calorimeter.dsm;

/// The code of three nested conditions: 1 if only the first holds, 2 if the first two, 3 if all,
/// and 0 for every other combination.
final class OrderedCode {
    private OrderedCode() {}

    /// @param first each 0 or 1, as the others
    static int of(int first, int second, int third) {
        return first & (second ^ third ^ 1) | (first & second) << 1;
    }
}
