package tare.core.bank;

import java.util.StringJoiner;

/// The state of a bank as a whole in one `int`: 0 is normal.
///
/// | bits | field | meaning |
/// | --- | --- | --- |
/// | 0–15 | public | free for each calibration type |
/// | 16 | reference | was promoted to the standard of comparison when it was made |
/// | 17, 18 | validated, verified | passed the test of that name |
/// | 19 | overridden | accepted by explicit override |
/// | 20 | partial | not all channels of its bank |
/// | 21 | data layer | values that other banks point to |
/// | 22–24 | [Origin] | where the constants come from |
/// | 25–26 | [Environment] | where they were made |
/// | 27–30 | export | for reconstruction, simulation, monitoring, experts |
/// | 31 | 0 | keeps the number non-negative |
///
/// @param bits the packed flag, not negative
public record HeaderFlag(int bits) {
    public static final HeaderFlag NORMAL = new HeaderFlag(0);

    public static final int PUBLIC_MASK = 0xFFFF;
    public static final int REFERENCE = 1 << 16;
    public static final int VALIDATED = 1 << 17;
    public static final int VERIFIED = 1 << 18;
    public static final int OVERRIDDEN = 1 << 19;
    public static final int PARTIAL = 1 << 20;
    public static final int DATA_LAYER = 1 << 21;
    public static final int FOR_RECONSTRUCTION = 1 << 27;
    public static final int FOR_SIMULATION = 1 << 28;
    public static final int FOR_MONITORING = 1 << 29;
    public static final int FOR_EXPERTS = 1 << 30;

    public HeaderFlag {
        if (bits < 0) {
            throw new IllegalArgumentException(
                    "bit 31 of a header flag must be 0, got 0x" + Integer.toHexString(bits));
        }
    }

    /// Whether all bits of a mask are set.
    public boolean has(int mask) {
        return (bits & mask) == mask;
    }

    public HeaderFlag with(int mask) {
        return new HeaderFlag(bits | mask);
    }

    public HeaderFlag without(int mask) {
        return new HeaderFlag(bits & ~mask);
    }

    public Origin origin() {
        return Origin.of(bits);
    }

    /// @throws IllegalArgumentException for `UNKNOWN`, which has no code to write
    public HeaderFlag with(Origin origin) {
        return new HeaderFlag(bits & ~Origin.MASK | origin.bits());
    }

    public Environment environment() {
        return Environment.of(bits);
    }

    public HeaderFlag with(Environment environment) {
        return new HeaderFlag(bits & ~Environment.MASK | environment.bits());
    }

    /// In words: `reference, validated, simulation, offline`.
    @Override
    public String toString() {
        var words = new StringJoiner(", ");
        if (has(REFERENCE)) words.add("reference");
        if (has(VALIDATED)) words.add("validated");
        if (has(VERIFIED)) words.add("verified");
        if (has(OVERRIDDEN)) words.add("overridden");
        if (has(PARTIAL)) words.add("partial");
        if (has(DATA_LAYER)) words.add("data layer");
        words.add(origin().label()).add(environment().label());
        if (has(FOR_RECONSTRUCTION)) words.add("for reconstruction");
        if (has(FOR_SIMULATION)) words.add("for simulation");
        if (has(FOR_MONITORING)) words.add("for monitoring");
        if (has(FOR_EXPERTS)) words.add("for experts");
        if ((bits & PUBLIC_MASK) != 0) {
            words.add("public 0x" + Integer.toHexString(bits & PUBLIC_MASK));
        }
        return words.toString();
    }
}
