package tare.detectors.pixel.gain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tare.core.histogram.Statistics;
import tare.decode.Tally;
import tare.decode.WordKind;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.vcal.Region;

/// A calibration as lines of text for people.
public final class GainReport {
    private static final double PERCENT = 100;

    private GainReport() {}

    /// Fractions per status, then gain and pedestal by layer and ring.
    public static List<String> summary(GainSummary summary, FitSettings settings) {
        var lines = new ArrayList<String>();
        RegionSummary total = summary.total();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%,d pixels pulsed, %,d usable (%.3f %%); errors %s",
                        total.pixels(),
                        total.usable(),
                        PERCENT * total.usable() / Math.max(1, total.pixels()),
                        settings.errorModel().label()));
        for (GainStatus status : GainStatus.values()) {
            if (total.count(status) > 0) lines.add(line(status, total));
        }
        lines.add("");
        lines.add(
                "part      pixels   usable      gain [e/ADC]     pedestal [ADC]  error of gain  of pedestal");
        summary.regions().forEach((region, numbers) -> lines.add(line(region, numbers)));
        return lines;
    }

    private static String line(GainStatus status, RegionSummary total) {
        return String.format(
                Locale.ROOT,
                "  status %2d  %-30s %,12d  %7.3f %%",
                status.code(),
                status.label(),
                total.count(status),
                PERCENT * total.count(status) / total.pixels());
    }

    private static String line(Region region, RegionSummary numbers) {
        Statistics gain = numbers.gain().statistics();
        Statistics pedestal = numbers.pedestal().statistics();
        return String.format(
                Locale.ROOT,
                "%-7s %,9d %7.3f %% %8.1f ± %5.1f    %8.2f ± %5.2f      %8.3f %%  %7.3f ADC",
                region.key(),
                numbers.pixels(),
                PERCENT * numbers.usable() / Math.max(1, numbers.pixels()),
                gain.mean(),
                gain.standardDeviation(),
                pedestal.mean(),
                pedestal.standardDeviation(),
                PERCENT * numbers.relativeGainError().statistics().mean(),
                numbers.pedestalError().statistics().mean());
    }

    /// Every word by kind, and whether the account balances.
    public static List<String> words(Tally<PixelWordKind> tally) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%,d words read = %s%s",
                        tally.wordsRead(),
                        groups(tally),
                        tally.isBalanced() ? "" : "  (DOES NOT ADD UP)"));
        for (PixelWordKind kind : PixelWordKind.values()) {
            boolean isPlain = kind == PixelWordKind.HIT || kind.group() == WordKind.Group.FRAME;
            if (!isPlain && tally.count(kind) > 0) {
                lines.add(
                        String.format(Locale.ROOT, "  %,12d  %s", tally.count(kind), kind.label()));
            }
        }
        return lines;
    }

    private static String groups(Tally<PixelWordKind> tally) {
        var parts = new ArrayList<String>();
        for (Map.Entry<WordKind.Group, Long> group : tally.groups().entrySet()) {
            parts.add(
                    String.format(Locale.ROOT, "%,d %s", group.getValue(), group.getKey().label()));
        }
        return String.join(" + ", parts);
    }

    /// What a shifter should look at; empty if nothing.
    public static List<String> remarks(FedGains gains) {
        var lines = new ArrayList<String>();
        for (DumpFacts dump : gains.dumps()) addEvents(dump, lines);
        addCoverage(gains, lines);
        HitFate fate = gains.fate();
        if (fate.offPattern() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d hits of pixels that were not pulsed, in %d modules, %s",
                            fate.offPattern(),
                            gains.offPatternByModule().size(),
                            mostOffPattern(gains)));
        }
        if (fate.contradictingEvents() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d events whose hits contradict their number, the first is %d;"
                                    + " if they are many, check the scan settings and the first event",
                            fate.contradictingEvents(),
                            fate.firstContradictingEvent()));
        }
        if (fate.outsideEvents() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d events with %,d hits have numbers outside the scan",
                            fate.outsideEvents(),
                            fate.outsideScan()));
        }
        addBlockErrors(gains.errors(), lines);
        return lines;
    }

    private static String mostOffPattern(FedGains gains) {
        Map.Entry<Integer, Long> most =
                Collections.max(
                        gains.offPatternByModule().entrySet(), Map.Entry.comparingByValue());
        String names =
                gains.modules().stream()
                        .map(ModuleGains::module)
                        .filter(module -> module.index() == most.getKey())
                        .map(module -> module.name().toString())
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, "the most (%,d) in %s", most.getValue(), names);
    }

    /// Gaps inside a dump are told with it; here it is about the ends and the sum of all dumps.
    private static void addCoverage(FedGains gains, List<String> lines) {
        ScanCoverage coverage = gains.coverage();
        long gaps = gains.dumps().stream().mapToLong(dump -> dump.events().missing()).sum();
        if (coverage.absent() > gaps) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of the scan's %,d events are in no dump; if that is many, a file is cut"
                                    + " short or the scan settings are another's",
                            coverage.absent(),
                            coverage.events()));
        }
        if (coverage.inSeveralDumps() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d events are in more than one dump, their hits were added;"
                                    + " are the dumps of different scans?",
                            coverage.inSeveralDumps()));
        }
    }

    private static void addEvents(DumpFacts dump, List<String> lines) {
        EventNumbers events = dump.events();
        if (events.missing() + events.repeated() + events.backwards() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s: of events %d to %d, %d missing, %d repeated, %d out of order",
                            dump.path().getFileName(),
                            events.first(),
                            events.last(),
                            events.missing(),
                            events.repeated(),
                            events.backwards()));
        }
        if (!dump.otherFeds().isEmpty()) {
            lines.add(
                    dump.path().getFileName()
                            + ": its blocks of FEDs "
                            + dump.otherFeds()
                            + " are not counted here");
        }
        dump.firstRefusedOffset()
                .ifPresent(
                        offset ->
                                lines.add(
                                        dump.path().getFileName()
                                                + ": first refused word outside a block at byte "
                                                + offset));
    }

    /// A file that was cut between two blocks looks whole; the scan says that it is not.
    private static void addBlockErrors(PixelErrors errors, List<String> lines) {
        String[] meaning = {
            "with another source id (32)", "without a trailer (33)", "of wrong length (34)"
        };
        for (int i = 0; i < meaning.length; i++) {
            long count = errors.count(32 + i);
            if (count > 0) lines.add(blocks(count) + " " + meaning[i]);
        }
        if (errors.count(39) > 0) {
            lines.add(blocks(errors.count(39)) + " with the CRC flag (39)");
        }
        if (errors.count(29) > 0) lines.add(timeouts(errors));
    }

    private static String blocks(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d block" : "%,d blocks", count);
    }

    private static String timeouts(PixelErrors errors) {
        int worst = 1;
        for (int link = 1; link < 64; link++) {
            if (errors.count(29, link) > errors.count(29, worst)) worst = link;
        }
        return String.format(
                Locale.ROOT,
                errors.count(29) == 1
                        ? "%,d time-out, on link %3$d"
                        : "%,d time-outs, the most (%,d) on link %d",
                errors.count(29),
                errors.count(29, worst),
                worst);
    }
}
