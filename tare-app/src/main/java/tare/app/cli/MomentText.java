package tare.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.core.time.TimeAxis;

/// Reads a moment: `RUN`, `RUN:LUMI`, or a UTC time as `2026-11-20T11:00:00Z`.
final class MomentText implements ITypeConverter<Moment> {
    private static final Pattern RUN = Pattern.compile("(\\d{1,10})(?::(\\d{1,10}))?");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MAX_LUMI = 0xFFFF_FFFFL;

    @Override
    public Moment convert(String text) {
        Matcher run = RUN.matcher(text);
        try {
            return run.matches() ? ofRun(run) : ofTime(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'"
                            + text
                            + "' is no run; give a number (RUN), RUN:LUMI, or a UTC time such as"
                            + " 2026-11-20T11:00:00Z, as the tag's axis wants");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }

    private static Moment ofRun(Matcher text) {
        var run = new RunNumber(Long.parseLong(text.group(1)));
        if (text.group(2) == null) return run.moment();
        long lumi = Long.parseLong(text.group(2));
        if (lumi > MAX_LUMI) {
            throw new IllegalArgumentException("a luminosity section is 0 to " + MAX_LUMI);
        }
        return new Moment(TimeAxis.RUN_LUMI, run.value() << 32 | lumi);
    }

    private static Moment ofTime(Instant time) {
        long seconds = Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND);
        return new Moment(TimeAxis.UTC_NANOS, Math.addExact(seconds, time.getNano()));
    }
}
