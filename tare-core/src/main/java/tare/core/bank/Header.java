package tare.core.bank;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What holds for all channels of a bank at once.
///
/// @param pulses number of stimuli behind each channel's values, 0 if it does not apply
/// @param flag header flag; 0 is normal, bit 31 is 0
/// @param extra further typed values by name, in the order of the names; stored with the bank
public record Header(long pulses, int flag, SortedMap<String, Scalar> extra) {
    public static final Header EMPTY = new Header(0, 0, new TreeMap<>());

    public Header {
        if (pulses < 0) throw new IllegalArgumentException("pulses must be >= 0, got " + pulses);
        if (flag < 0) {
            throw new IllegalArgumentException(
                    "bit 31 of a header flag must be 0, got 0x" + Integer.toHexString(flag));
        }
        // Not the order of the map that was given, which may even take "HV" and "hv" for one name.
        var sorted = new TreeMap<String, Scalar>();
        sorted.putAll(extra);
        extra = Collections.unmodifiableSortedMap(sorted);
    }

    public static Header of(long pulses, Map<String, Scalar> extra) {
        return new Header(pulses, 0, new TreeMap<>(extra));
    }
}
