package tare.core.bank;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    public HeaderFlag state() {
        return new HeaderFlag(flag);
    }

    public Header with(HeaderFlag newFlag) {
        return new Header(pulses, newFlag.bits(), extra);
    }

    public Header withPulses(long newPulses) {
        return new Header(newPulses, flag, extra);
    }

    /// With one extra value more, or another one of that name.
    public Header with(String name, Scalar value) {
        var more = new TreeMap<>(extra);
        more.put(name, value);
        return new Header(pulses, flag, more);
    }

    public Header without(String name) {
        var fewer = new TreeMap<>(extra);
        fewer.remove(name);
        return new Header(pulses, flag, fewer);
    }

    /// An extra value that is a text, if there is one of that name.
    public Optional<String> text(String name) {
        return extra.get(name) instanceof Scalar.Text(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /// An extra value that is a whole number, if there is one of that name.
    public OptionalLong whole(String name) {
        return extra.get(name) instanceof Scalar.Whole(long value)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    public static Header of(long pulses, Map<String, Scalar> extra) {
        return new Header(pulses, 0, new TreeMap<>(extra));
    }
}
