package tare.core.time;

import java.time.Instant;

/// The kinds of time on which constants are valid. The names are stored; their order is not.
public enum TimeAxis {
    /// Run number.
    RUN,
    /// Run number in the upper 32 bits, luminosity section in the lower 32.
    RUN_LUMI,
    /// Nanoseconds since 1970-01-01T00:00Z.
    UTC_NANOS;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// A value of this axis for people: `run 10981`, `run 10981 lumi 12`, `2026-11-20T11:00:00Z`.
    public String format(long value) {
        return switch (this) {
            case RUN -> "run " + value;
            case RUN_LUMI -> "run " + (value >>> 32) + " lumi " + (value & 0xFFFF_FFFFL);
            case UTC_NANOS ->
                    Instant.ofEpochSecond(
                                    Math.floorDiv(value, NANOS_PER_SECOND),
                                    Math.floorMod(value, NANOS_PER_SECOND))
                            .toString();
        };
    }
}
