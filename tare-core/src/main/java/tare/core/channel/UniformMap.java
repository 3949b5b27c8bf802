package tare.core.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The map of a regular detector: so many sectors of so many modules of so many channels, wired in
/// the order of their ids. Computed, not stored; for simulations, test stands and tests.
///
/// The hardware address of a channel is its dense index. Immutable.
public final class UniformMap implements ChannelMap {
    private static final FieldScheme ADDRESSES =
            FieldScheme.of("uniform address", new BitField("position", 31));

    private final FieldScheme idScheme;
    private final int[] widths;
    private final int size;

    private UniformMap(FieldScheme idScheme, int[] widths, int size) {
        this.idScheme = idScheme;
        this.widths = widths;
        this.size = size;
    }

    /// @param widths how many values each field of the id scheme takes, highest field first
    /// @throws IllegalArgumentException if a width does not fit its field, or ids need more than 31
    ///     bits
    public static UniformMap of(FieldScheme idScheme, int... widths) {
        if (idScheme.bits() > 31) {
            throw new IllegalArgumentException(
                    "channel ids have 31 bits, " + idScheme.name() + " needs " + idScheme.bits());
        }
        long size = 1;
        long[] last = new long[widths.length];
        for (int i = 0; i < widths.length; i++) {
            last[i] = widths[i] - 1L;
            size *= widths[i];
        }
        idScheme.pack(last); // refuses a width that its field cannot hold
        return new UniformMap(idScheme, widths.clone(), (int) size);
    }

    /// A map with a scheme of its own, whose fields are as narrow as the widths allow.
    ///
    /// @param levels names of the fields, highest first
    public static UniformMap of(List<String> levels, int... widths) {
        if (levels.size() != widths.length) {
            throw new IllegalArgumentException(
                    levels + " needs as many widths, not " + widths.length);
        }
        var fields = new ArrayList<BitField>();
        for (int i = 0; i < widths.length; i++) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(widths[i] - 1, 1));
            fields.add(new BitField(levels.get(i), bits));
        }
        return of(new FieldScheme("uniform", fields), widths);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public FieldScheme idScheme() {
        return idScheme;
    }

    @Override
    public FieldScheme addressScheme() {
        return ADDRESSES;
    }

    @Override
    public ChannelId id(int index) {
        int rest = Objects.checkIndex(index, size);
        long packed = 0;
        int shift = 0;
        for (int i = widths.length - 1; i >= 0; i--) {
            packed |= (long) (rest % widths[i]) << shift;
            rest /= widths[i];
            shift += idScheme.fields().get(i).bits();
        }
        return new ChannelId((int) packed);
    }

    @Override
    public HardwareAddress address(int index) {
        return new HardwareAddress(Objects.checkIndex(index, size));
    }

    @Override
    public int index(ChannelId id) {
        int rest = id.packed();
        int index = 0;
        int stride = 1;
        for (int i = widths.length - 1; i >= 0; i--) {
            BitField field = idScheme.fields().get(i);
            int value = (int) (rest & field.mask());
            if (value >= widths[i]) return NONE;
            index += value * stride;
            stride *= widths[i];
            // A field of 31 or 32 bits leaves nothing; Java would shift by the bits modulo 32.
            rest = (int) ((long) rest >>> field.bits());
        }
        return rest == 0 ? index : NONE;
    }

    @Override
    public int index(HardwareAddress address) {
        return address.packed() < size ? (int) address.packed() : NONE;
    }
}
