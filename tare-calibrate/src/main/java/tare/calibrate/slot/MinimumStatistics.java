package tare.calibrate.slot;

import java.util.Locale;
import tare.calibrate.accumulate.Accumulator;

/// What a slot must have before constants are made of it.
///
/// A share, since dead channels never get there.
///
/// @param entries that a channel needs, 0 or more
/// @param share of channels that need so many, above 0, at most 1
public record MinimumStatistics(long entries, double share) {
    /// One input is enough.
    public static final MinimumStatistics NONE = new MinimumStatistics(0, 1);

    public MinimumStatistics {
        if (entries < 0) throw new IllegalArgumentException("entries are >= 0, got " + entries);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is in (0, 1], got " + share);
        }
    }

    boolean isReached(Accumulator<?, ?> sums) {
        if (entries == 0) return true;
        int channels = sums.channels();
        long needed = Math.max(1, (long) Math.ceil(share * channels));
        long lacking = channels - needed;
        for (int i = 0; i < channels; i++) {
            if (sums.count(i) < entries && lacking-- == 0) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d entries in %.4g %% of the channels", entries, 100 * share);
    }
}
