package tare.conditions.type;

import java.util.List;
import tare.core.channel.Condition;
import tare.core.channel.Quality;

/// Which of two states of a channel is worse. A total order, so that the worst of many does not
/// depend on their order.
///
/// Quality: good, suspect, not assessed, bad. Condition: alive, replaced hardware, unstable,
/// saturated, noisy, masked off, dead, not instrumented.
final class Severity {
    private static final List<Quality> QUALITIES =
            List.of(Quality.GOOD, Quality.SUSPECT, Quality.NOT_ASSESSED, Quality.BAD);

    private static final List<Condition> CONDITIONS =
            List.of(
                    Condition.ALIVE,
                    Condition.REPLACED,
                    Condition.UNSTABLE,
                    Condition.SATURATED,
                    Condition.NOISY,
                    Condition.MASKED,
                    Condition.DEAD,
                    Condition.NOT_INSTRUMENTED);

    private Severity() {}

    static Quality worst(Quality a, Quality b) {
        return QUALITIES.indexOf(a) >= QUALITIES.indexOf(b) ? a : b;
    }

    static Condition worst(Condition a, Condition b) {
        return CONDITIONS.indexOf(a) >= CONDITIONS.indexOf(b) ? a : b;
    }
}
