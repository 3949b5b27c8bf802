package tare.detectors.pixel.geometry;

import java.util.List;
import java.util.stream.IntStream;

/// The 108 FEDs of the phase-1 pixel detector.
///
/// Barrel: 80, ten to a crate, 1200-1209, 1212-1221, ... 1284-1293. Endcap: 28, seven to a crate,
/// 1296-1302, 1308-1314, 1320-1326, 1332-1338. A crate's numbers start twelve after the last
/// one's.
public final class FedNumbers {
    /// FED numbers have 12 bits in a FED header.
    public static final int HIGHEST = 4095;

    private static final int FIRST_BARREL = 1200;
    private static final int BARREL_CRATES = 8;
    private static final int FEDS_IN_BARREL_CRATE = 10;
    private static final int FIRST_ENDCAP = 1296;
    private static final int ENDCAP_CRATES = 4;
    private static final int FEDS_IN_ENDCAP_CRATE = 7;
    private static final int CRATE_STEP = 12;

    private FedNumbers() {}

    /// The barrel FEDs, ascending.
    public static List<Integer> barrel() {
        return crates(BARREL_CRATES, FEDS_IN_BARREL_CRATE, FIRST_BARREL);
    }

    /// The endcap FEDs, ascending.
    public static List<Integer> endcap() {
        return crates(ENDCAP_CRATES, FEDS_IN_ENDCAP_CRATE, FIRST_ENDCAP);
    }

    /// Whether the number is one of the 108.
    public static boolean isDetector(int fed) {
        return barrel().contains(fed) || endcap().contains(fed);
    }

    static int firstOfBarrelCrate(int crate) {
        return FIRST_BARREL + CRATE_STEP * crate;
    }

    static int firstOfEndcapCrate(int crate) {
        return FIRST_ENDCAP + CRATE_STEP * crate;
    }

    private static List<Integer> crates(int crates, int fedsInCrate, int first) {
        return IntStream.range(0, crates * fedsInCrate)
                .map(n -> first + CRATE_STEP * (n / fedsInCrate) + n % fedsInCrate)
                .boxed()
                .toList();
    }
}
