package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Authorisation;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.store.Role;
import tare.core.time.RunNumber;
import tare.decode.WordKind;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircTypes;
import tare.detectors.dirc.T0Calibration;
import tare.detectors.dirc.TdcFacts;

/// TDC files in, T0 of every tube out.
@Command(
        name = "calibrate",
        description = {
            "Turns TDC files of flasher runs into a T0 per tube.",
            "With --tag, the constants of all sectors are stored together with an interval of validity,"
                    + " if all of them pass the gate; otherwise nothing is stored."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:calibrated, and stored if a tag was given",
            "1:rejected by the gate; nothing was stored",
            "2:the command line makes no sense",
            "3:a file or the store is missing or broken"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare dirc calibrate dirc-t0-1.tdc --since 1",
            "  tare dirc calibrate dirc-t0-1.tdc --tag dirc-t0 --since 1 --store sqlite:tare.db",
            "  tare dirc calibrate dirc-t0-2.tdc --tag dirc-t0 --since 2 --verify",
            "  tare dirc calibrate dirc-t0-3.tdc --tag dirc-t0 --since 3 --override \"new crate 4\""
        })
final class DircCalibrate implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private StoreOption store;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "TDC files; several are one run.")
    private List<Path> files = List.of();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Where to store the constants; without it nothing is stored.")
    private @Nullable String tag;

    @Option(
            names = "--since",
            paramLabel = "RUN",
            required = true,
            description = "First run for which they hold.")
    private long since;

    @Option(
            names = "--verify",
            description =
                    "Only ask whether what holds in the tag still agrees; if so, the log gets a mark and"
                            + " nothing else is stored.")
    private boolean verify;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description =
                    "Store what fails in content all the same, for this reason, which is kept for ever"
                            + " under your name.")
    private @Nullable String override;

    @Option(names = "--why", paramLabel = "TEXT", description = "A comment for the journal.")
    private String why = "";

    @Override
    public Integer call() throws IOException {
        if (verify && (tag == null || override != null)) {
            throw new IllegalArgumentException(
                    tag == null
                            ? "--verify asks about a tag; give --tag"
                            : "--verify stores nothing, so there is nothing to --override");
        }
        Instant when = Instant.now();
        RunNumber run = new RunNumber(since);
        DircDetector detector = setup.detector();
        var calibration = new T0Calibration(detector);
        long bytes = 0;
        for (Path file : files) bytes += Files.exists(file) ? Files.size(file) : 0;
        try (var progress = Progress.of("calibrate", bytes, "bytes")) {
            for (Path file : files) {
                calibration.add(file);
                progress.add(Files.size(file));
            }
        }
        List<Candidate> candidates = calibration.candidates(Program.author(), when);
        Map<String, Object> document = report(calibration);
        int code = Exit.DONE;
        if (tag == null) output.line("Not stored: no --tag was given.");
        else code = Outcomes.print(submit(tag, run, detector, candidates, when), output, document);
        output.document(document);
        output.flush();
        return code;
    }

    private Outcome submit(
            String toTag,
            RunNumber run,
            DircDetector detector,
            List<Candidate> candidates,
            Instant when) {
        try (ConditionsStore conditions = store.open()) {
            var campaign =
                    new Campaign(
                            toTag,
                            DircTypes.T0,
                            run.moment(),
                            candidates,
                            Optional.of(detector.system()),
                            Program.author(),
                            why,
                            when);
            if (verify) return conditions.verify(campaign);
            return conditions.submit(
                    override == null
                            ? campaign
                            : campaign.as(Authorisation.of(Role.OVERRIDE)).overriding(override));
        }
    }

    private Map<String, Object> report(T0Calibration calibration) {
        for (TdcFacts file : calibration.files()) {
            output.line(
                    "%s: %,d frames, flashes %d to %d",
                    file.path(), file.frames(), file.firstFlash(), file.lastFlash());
        }
        output.line("  %,d words", calibration.tally().wordsRead());
        calibration
                .tally()
                .groups()
                .forEach((group, words) -> output.line("  %,12d %s", words, label(group)));
        var document = new LinkedHashMap<String, Object>();
        document.put("files", calibration.files().stream().map(f -> f.path().toString()).toList());
        document.put("words_read", calibration.tally().wordsRead());
        document.put("words", calibration.tally().nonZero());
        return document;
    }

    private static String label(WordKind.Group group) {
        return group.label();
    }
}
