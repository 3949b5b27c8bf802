package tare.trigger.dsm;

import java.util.Arrays;

/// The steps that algorithms are made of, each one loop over the events of a block.
///
/// A lane is one `int` per event. Each loop writes one lane and has no branch, so that the compiler
/// turns it into vector instructions; an algorithm is a sequence of such loops over lanes that stay
/// in the first-level cache. Comparisons are strict, `value > threshold`, and are done by the sign
/// of `threshold - value`: both must lie within 31 bits of each other, which words of 16 bits and
/// [Registers] do. Nothing is allocated. All methods are safe on distinct lanes from any thread.
public final class Lanes {
    private Lanes() {}

    public static void clear(int[] into, int events) {
        Arrays.fill(into, 0, events, 0);
    }

    /// `into = field`.
    public static void take(int[] into, int[] from, Field field, int events) {
        int low = field.low();
        int mask = field.mask();
        for (int e = 0; e < events; e++) into[e] = from[e] >>> low & mask;
    }

    /// `into += field`.
    public static void add(int[] into, int[] from, Field field, int events) {
        int low = field.low();
        int mask = field.mask();
        for (int e = 0; e < events; e++) into[e] += from[e] >>> low & mask;
    }

    /// `into += field` where another field has one value, else nothing.
    public static void addWhere(
            int[] into, int[] from, Field field, int[] where, Field key, int value, int events) {
        int low = field.low();
        int mask = field.mask();
        int keyLow = key.low();
        int keyMask = key.mask();
        for (int e = 0; e < events; e++) {
            int equal = ((where[e] >>> keyLow & keyMask ^ value) - 1) >> 31;
            into[e] += from[e] >>> low & mask & equal;
        }
    }

    /// `into = max(into, field)`.
    public static void max(int[] into, int[] from, Field field, int events) {
        int low = field.low();
        int mask = field.mask();
        for (int e = 0; e < events; e++) into[e] = Math.max(into[e], from[e] >>> low & mask);
    }

    /// `into = min(into, most)`.
    public static void cap(int[] into, int most, int events) {
        for (int e = 0; e < events; e++) into[e] = Math.min(into[e], most);
    }

    /// The field joins `into` at a bit, by OR.
    public static void or(int[] into, int[] from, Field field, int bit, int events) {
        int low = field.low();
        int mask = field.mask();
        for (int e = 0; e < events; e++) into[e] |= (from[e] >>> low & mask) << bit;
    }

    /// A whole lane joins `into` at a bit, by OR; its owner keeps it narrow enough.
    public static void place(int[] into, int[] from, int bit, int events) {
        for (int e = 0; e < events; e++) into[e] |= from[e] << bit;
    }

    /// One bit of `into` is set where `field > threshold`.
    public static void above(
            int[] into, int bit, int[] from, Field field, int threshold, int events) {
        int low = field.low();
        int mask = field.mask();
        for (int e = 0; e < events; e++) {
            into[e] |= (threshold - (from[e] >>> low & mask)) >>> 31 << bit;
        }
    }

    /// One bit of `into` is set where the lane itself is above a threshold.
    public static void above(int[] into, int bit, int[] value, int threshold, int events) {
        for (int e = 0; e < events; e++) into[e] |= (threshold - value[e]) >>> 31 << bit;
    }

    /// One bit of `into` is set where two fields of the same word are both above their thresholds.
    public static void bothAbove(
            int[] into,
            int bit,
            int[] from,
            Field one,
            int oneThreshold,
            Field other,
            int otherThreshold,
            int events) {
        int oneLow = one.low();
        int oneMask = one.mask();
        int otherLow = other.low();
        int otherMask = other.mask();
        for (int e = 0; e < events; e++) {
            int word = from[e];
            int both =
                    (oneThreshold - (word >>> oneLow & oneMask))
                            & (otherThreshold - (word >>> otherLow & otherMask));
            into[e] |= both >>> 31 << bit;
        }
    }

    /// `into += 1` where the lane is above a threshold.
    public static void countAbove(int[] into, int[] value, int threshold, int events) {
        for (int e = 0; e < events; e++) into[e] += (threshold - value[e]) >>> 31;
    }
}
