package tare.core.channel;

/// The flag of a value that was made from two: public bits and the single private bits of either,
/// and of each private field the worse one.
///
/// | field | from best to worst |
/// | --- | --- |
/// | [Quality] | good, not assessed, suspect, bad |
/// | [Condition] | alive, replaced, unstable, noisy, saturated, dead, masked off, not instrumented
/// |
/// | [FitStatus] | ok, poor chi2, at bound, out of range, too few samples, singular, non-finite
/// input, non-finite result, no data, not fitted, then codes of newer versions |
/// | [Provenance] | measured, averaged, from reference, default |
///
/// The operation is commutative, associative and idempotent, so any order of many flags gives the
/// same; `ChannelFlag.NORMAL` changes nothing.
public final class WorseFlag {
    // The rank of code c stands in bits 4c to 4c + 3.
    private static final long QUALITY_RANKS = 0x1320L;
    private static final long CONDITION_RANKS = 0x1742_6350L;
    private static final long FIT_RANKS = 0xFEDC_BA31_2765_4890L;
    private static final long PROVENANCE_RANKS = 0x3120L;

    private static final int SINGLE_BITS =
            ChannelFlag.PUBLIC_MASK
                    | ChannelFlag.VERIFY_FAILED
                    | ChannelFlag.VALIDATE_FAILED
                    | ChannelFlag.OVERRIDDEN
                    | ChannelFlag.INDIRECT;

    private WorseFlag() {}

    /// @param a packed flag as [ChannelFlag#bits]
    /// @param b packed flag as [ChannelFlag#bits]
    public static int of(int a, int b) {
        return (a | b) & SINGLE_BITS
                | worse(a, b, Quality.MASK, Quality.SHIFT, QUALITY_RANKS)
                | worse(a, b, Condition.MASK, Condition.SHIFT, CONDITION_RANKS)
                | worse(a, b, FitStatus.MASK, FitStatus.SHIFT, FIT_RANKS)
                | worse(a, b, Provenance.MASK, Provenance.SHIFT, PROVENANCE_RANKS);
    }

    private static int worse(int a, int b, int mask, int shift, long ranks) {
        return rank(a & mask, shift, ranks) >= rank(b & mask, shift, ranks) ? a & mask : b & mask;
    }

    private static int rank(int field, int shift, long ranks) {
        return (int) (ranks >>> 4 * (field >>> shift)) & 0xF;
    }
}
