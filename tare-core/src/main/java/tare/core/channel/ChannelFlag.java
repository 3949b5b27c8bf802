package tare.core.channel;

import java.util.StringJoiner;

/// The state of one channel in one `int`: 0 is normal.
///
/// | bits | field | meaning |
/// | --- | --- | --- |
/// | 0–15 | public | one bit per content test of the calibration type |
/// | 16–17 | [Quality] | may the constants be used |
/// | 18–20 | [Condition] | what the hardware does |
/// | 21–24 | [FitStatus] | how the fit ended |
/// | 25–26 | [Provenance] | where the values come from |
/// | 27, 28 | verify, validate | the last verification or validation failed |
/// | 29 | overridden | accepted by explicit override |
/// | 30 | indirect | the value was reached through a shared data layer |
/// | 31 | 0 | keeps the number non-negative |
///
/// Columns of flags are plain `int[]`; the enums' `bits()` serve loops, this record serves people.
/// Codes that this version does not know read as `UNKNOWN`, and their bits stay as they are.
///
/// @param bits the packed flag, not negative
public record ChannelFlag(int bits) {
    public static final ChannelFlag NORMAL = new ChannelFlag(0);

    public static final int PUBLIC_MASK = 0xFFFF;
    public static final int VERIFY_FAILED = 1 << 27;
    public static final int VALIDATE_FAILED = 1 << 28;
    public static final int OVERRIDDEN = 1 << 29;
    public static final int INDIRECT = 1 << 30;

    public ChannelFlag {
        if (bits < 0) {
            throw new IllegalArgumentException(
                    "bit 31 of a channel flag must be 0, got 0x" + Integer.toHexString(bits));
        }
    }

    public boolean isNormal() {
        return bits == 0;
    }

    public int publicBits() {
        return bits & PUBLIC_MASK;
    }

    public Quality quality() {
        return Quality.of(bits);
    }

    public Condition condition() {
        return Condition.of(bits);
    }

    public FitStatus fitStatus() {
        return FitStatus.of(bits);
    }

    public Provenance provenance() {
        return Provenance.of(bits);
    }

    public ChannelFlag with(Quality quality) {
        return new ChannelFlag(bits & ~Quality.MASK | quality.bits());
    }

    public ChannelFlag with(Condition condition) {
        return new ChannelFlag(bits & ~Condition.MASK | condition.bits());
    }

    /// @throws IllegalArgumentException for `UNKNOWN`, which has no code to write
    public ChannelFlag with(FitStatus status) {
        return new ChannelFlag(bits & ~FitStatus.MASK | status.bits());
    }

    public ChannelFlag with(Provenance provenance) {
        return new ChannelFlag(bits & ~Provenance.MASK | provenance.bits());
    }

    /// The flag with exactly these 16 public bits.
    ///
    /// @throws IllegalArgumentException if a private bit is among them
    public ChannelFlag withPublic(int publicBits) {
        if ((publicBits & ~PUBLIC_MASK) != 0) {
            throw new IllegalArgumentException(
                    "public bits are 0 to 15, got 0x" + Integer.toHexString(publicBits));
        }
        return new ChannelFlag(bits & ~PUBLIC_MASK | publicBits);
    }

    /// In words: `bad, dead, no data, public 0x1`; `normal` for 0.
    @Override
    public String toString() {
        if (isNormal()) return "normal";
        var words = new StringJoiner(", ");
        if (quality() != Quality.GOOD) words.add(quality().label());
        if (condition() != Condition.ALIVE) words.add(condition().label());
        if (fitStatus() != FitStatus.OK) words.add(fitStatus().label());
        if (provenance() != Provenance.MEASURED) words.add(provenance().label());
        if ((bits & VERIFY_FAILED) != 0) words.add("verify failed");
        if ((bits & VALIDATE_FAILED) != 0) words.add("validate failed");
        if ((bits & OVERRIDDEN) != 0) words.add("overridden");
        if ((bits & INDIRECT) != 0) words.add("indirect");
        if (publicBits() != 0) words.add("public 0x" + Integer.toHexString(publicBits()));
        return words.toString();
    }
}
