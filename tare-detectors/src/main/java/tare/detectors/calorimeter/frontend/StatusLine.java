package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;

/// One line of a [StatusFile].
sealed interface StatusLine {
    /// Starts with `#`, or is blank.
    record Comment() implements StatusLine {}

    /// Starts with no known word.
    record Unknown() implements StatusLine {}

    /// `SoftId id crate sequence status htStatus sumStatus pedestal patch`
    record Tower(
            int softId,
            int crate,
            int sequence,
            int status,
            int highTowerStatus,
            int sumStatus,
            float pedestalAdc,
            int patch)
            implements StatusLine {
        public Tower {
            requireWithin(1, BarrelMap.TOWERS, "SoftId", softId);
            requireWithin(0, BarrelMap.PATCHES - 1, "patch", patch);
        }
    }

    /// `TriggerPedestalShift adc`, of which a fraction is cut off
    record PedestalShift(int shiftAdc) implements StatusLine {
        public PedestalShift {
            requireWithin(0, 4095, "pedestal shift", shiftAdc);
        }
    }

    /// `triggerPatch patch crate cratePatch htStatus sumStatus bitConversion formula scale pedestal
    /// sigma powerUp unused unused`
    record Patch(
            int patch,
            int crate,
            int cratePatch,
            int highTowerStatus,
            int sumStatus,
            int bitConversion,
            int formula,
            int scale,
            int lutPedestal,
            int sigma,
            int powerUp,
            int unused4,
            int unused5)
            implements StatusLine {
        public Patch {
            requireWithin(0, BarrelMap.PATCHES - 1, "patch", patch);
            requireWithin(0, 3, "bit conversion", bitConversion);
        }
    }

    /// Reads one line; words may be followed by their numbers without a space.
    ///
    /// @throws IllegalArgumentException if a number is missing, none or out of range
    static StatusLine parse(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) return new Comment();
        if (line.startsWith("SoftId")) return tower(new FieldScanner(line, 6));
        if (line.startsWith("TriggerPedestalShift")) return shift(new FieldScanner(line, 20));
        if (line.startsWith("triggerPatch")) return patch(new FieldScanner(line, 12));
        return new Unknown();
    }

    private static Tower tower(FieldScanner fields) {
        return new Tower(
                fields.whole("SoftId"),
                fields.whole("crate"),
                fields.whole("crate sequence"),
                fields.whole("tower status"),
                fields.whole("high-tower status"),
                fields.whole("sum status"),
                fields.decimal("pedestal"),
                fields.whole("trigger patch"));
    }

    private static PedestalShift shift(FieldScanner fields) {
        return new PedestalShift(fields.whole("pedestal shift"));
    }

    private static Patch patch(FieldScanner fields) {
        return new Patch(
                fields.whole("trigger patch"),
                fields.whole("crate"),
                fields.whole("patch in the crate"),
                fields.whole("high-tower status"),
                fields.whole("sum status"),
                fields.whole("bit conversion"),
                fields.whole("formula"),
                fields.whole("scale"),
                fields.whole("LUT pedestal"),
                fields.whole("sigma"),
                fields.whole("power-up mark"),
                fields.whole("parameter 4"),
                fields.whole("parameter 5"));
    }

    private static void requireWithin(int least, int most, String field, int value) {
        if (value < least || value > most)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s must be %d..%d, got %d", field, least, most, value));
    }
}
