package tare.conditions.type;

/// What the gate does where a type's cuts leave it a choice.
///
/// @param skipBadIn tag of the detector's status, whose bad channels are known and pass; empty for
///     none
public record Policy(
        MissingReference missingReference, FailingChannels failingChannels, String skipBadIn) {
    /// Warn without a reference, keep what was measured, consult no status.
    public static final Policy LENIENT =
            new Policy(MissingReference.WARN, FailingChannels.KEEP, "");

    /// Fail without a reference, keep what was measured, consult no status.
    public static final Policy STRICT = new Policy(MissingReference.FAIL, FailingChannels.KEEP, "");

    /// When there is nothing to compare with.
    public enum MissingReference {
        /// All channels pass, and the verdict warns.
        WARN,
        /// The bank fails, unless the campaign is authorised to be the first.
        FAIL
    }

    /// What validation does with the values of channels that fail.
    public enum FailingChannels {
        KEEP,
        /// Where the reference has good constants for the channel, they take the place of the
        /// measured ones; flags are set from the measured ones before.
        REPLACE
    }

    public Policy with(MissingReference other) {
        return new Policy(other, failingChannels, skipBadIn);
    }

    public Policy with(FailingChannels other) {
        return new Policy(missingReference, other, skipBadIn);
    }

    public Policy skippingBadIn(String tag) {
        return new Policy(missingReference, failingChannels, tag);
    }

    @Override
    public String toString() {
        return "without a reference "
                + (missingReference == MissingReference.WARN ? "warn" : "fail")
                + ", "
                + (failingChannels == FailingChannels.KEEP
                        ? "keep failing channels"
                        : "replace failing channels by the reference")
                + (skipBadIn.isEmpty() ? "" : ", skip what " + skipBadIn + " calls bad");
    }
}
