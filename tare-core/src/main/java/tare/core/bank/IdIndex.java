package tare.core.bank;

/// Dense index of a channel id among strictly increasing ids. [#of] takes the form that is fastest
/// for them; all forms answer alike.
///
/// Ids are resolved once, outside loops; yet a decoder without a map of its own may ask a million
/// times.
public sealed interface IdIndex {
    /// Stands for "no such channel".
    int NONE = -1;

    /// Few ids are found as fast by search as by a table.
    int SEARCHED = 32;

    /// Dense index of an id, or [#NONE]; any `int` may be asked for.
    int index(int id);

    /// The fastest form for these ids; sparse ones get a hash table of 8 to 16 bytes per channel.
    ///
    /// @param ids strictly increasing, not negative
    static IdIndex of(Column ids) {
        IdIndex withoutTable = withoutTable(ids);
        boolean isSearched = withoutTable instanceof Binary && ids.size() > SEARCHED;
        return isSearched ? Hash.of(ids) : withoutTable;
    }

    /// The fastest form that needs no memory.
    static IdIndex withoutTable(Column ids) {
        int n = ids.size();
        if (n == 0) return new Identity(0);
        int first = ids.intAt(0);
        if ((long) ids.intAt(n - 1) - first != n - 1L) return new Binary(ids);
        return first == 0 ? new Identity(n) : new Dense(first, n);
    }

    /// Ids 0 to size − 1: an id is its index.
    record Identity(int size) implements IdIndex {
        @Override
        public int index(int id) {
            return id >= 0 && id < size ? id : NONE;
        }
    }

    /// Ids without gaps that begin at an offset.
    record Dense(int offset, int size) implements IdIndex {
        @Override
        public int index(int id) {
            int index = id - offset;
            return id >= offset && index < size ? index : NONE;
        }
    }

    /// Binary search in any ids.
    record Binary(Column ids) implements IdIndex {
        @Override
        public int index(int id) {
            int low = 0;
            int high = ids.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int found = ids.intAt(middle);
                if (found == id) return middle;
                if (found < id) low = middle + 1;
                else high = middle - 1;
            }
            return NONE;
        }
    }

    /// Open addressing with linear steps, at most half full.
    final class Hash implements IdIndex {
        // 2^32 divided by the golden ratio spreads packed fields over the upper bits (Knuth, vol.
        // 3,
        // section 6.4).
        private static final int GOLDEN = 0x9E37_79B9;

        private final Column ids;
        private final int[] slots;
        private final int shift;

        private Hash(Column ids, int bits) {
            this.ids = ids;
            slots = new int[1 << bits];
            shift = Integer.SIZE - bits;
        }

        static Hash of(Column ids) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(2 * ids.size() - 1, 1));
            var hash = new Hash(ids, bits);
            for (int i = 0; i < ids.size(); i++) hash.put(ids.intAt(i), i);
            return hash;
        }

        private void put(int id, int index) {
            int slot = id * GOLDEN >>> shift;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = index + 1;
        }

        @Override
        public int index(int id) {
            int slot = id * GOLDEN >>> shift;
            while (slots[slot] != 0) {
                int index = slots[slot] - 1;
                if (ids.intAt(index) == id) return index;
                slot = slot + 1 & slots.length - 1;
            }
            return NONE;
        }
    }
}
