package tare.app.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Campaign;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.view.Resolved;
import tare.core.hash.Sha256;
import tare.core.time.RunNumber;
import tare.detectors.pixel.PixelBanks;
import tare.detectors.pixel.PixelTypes;
import tare.detectors.pixel.gain.ErrorModel;
import tare.detectors.pixel.gain.FitSettings;
import tare.detectors.pixel.gain.GainCalibration;
import tare.detectors.pixel.gain.GainLimits;
import tare.detectors.pixel.gain.GainLineage;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.GainScanFile;
import tare.detectors.pixel.gain.GainSettings;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingCsv;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.vcal.ModuleVcal;

/// Dumps in, constants out.
@Command(
        name = "calibrate",
        description = {
            "Turns dumps of a gain scan into a pedestal and a gain per pixel.",
            "With --tag, the constants of all dumps are stored together with an interval of validity,"
                    + " if all of them pass the gate; otherwise nothing is stored."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:calibrated, and stored if a tag was given",
            "1:rejected by the gate; nothing was stored",
            "2:the command line makes no sense",
            "3:a file, the store or the VCal constants are missing or broken"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare pixel vcal 2026_v0 --store sqlite:tare.db",
            "  tare pixel calibrate GainCalibration_1205_10981.dmp --cabling cabling.csv \\",
            "      --vcal-tag SiPixelVCal_phase1_2026_v0 \\",
            "      --tag pixel-gain --since 10981 --plots plots --store sqlite:tare.db"
        })
final class CalibrateCommand implements Callable<Integer> {
    enum Limits {
        PRODUCTION,
        STRICT
    }

    @Mixin private Output output;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Dumps, GainCalibration_<FED>_<RUN>.dmp; several of a FED make one scan.")
    private List<Path> files = List.of();

    @Option(
            names = "--cabling",
            paramLabel = "FILE",
            description =
                    "Table fed,link,roc,det_raw_id,roc_in_module; without it the generated cabling of the whole detector.")
    private @Nullable Path cabling;

    @Option(
            names = "--scan",
            paramLabel = "FILE",
            description =
                    "Scan settings, a calib.dat or Tare's own form; without it the production scan.")
    private @Nullable Path scan;

    @Mixin private StoreOption store;

    @Option(
            names = "--vcal-tag",
            paramLabel = "TAG",
            required = true,
            description = "Tag of the VCal constants, made by 'tare pixel vcal'.")
    private String vcalTag = "";

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Where to store the gains; without it nothing is stored.")
    private @Nullable String tag;

    @Option(
            names = "--since",
            paramLabel = "RUN",
            required = true,
            description =
                    "First run for which the gains hold; the VCal constants of this run are used.")
    private long since;

    @Option(
            names = "--fed",
            paramLabel = "FED",
            description = "FED of all files, whatever their names say.")
    private @Nullable Integer fed;

    @Option(
            names = "--first-event",
            paramLabel = "N",
            defaultValue = "1",
            description = "Recorded number of the scan's first event; default ${DEFAULT-VALUE}.")
    private int firstEvent;

    @Option(
            names = "--limits",
            paramLabel = "LIMITS",
            defaultValue = "production",
            description = "Limits of fit quality: production, strict; default ${DEFAULT-VALUE}.")
    private Limits limits = Limits.PRODUCTION;

    @Option(
            names = "--errors",
            paramLabel = "MODEL",
            defaultValue = "per_point",
            description =
                    "Errors of points: per_point reproduces published payloads, pooled has unit pulls;"
                            + " default ${DEFAULT-VALUE}.")
    private ErrorModel errors = ErrorModel.PER_POINT;

    @Option(
            names = "--as-reference",
            description = "Count as the reference software does, known defects included.")
    private boolean asReference;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; default all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--why", paramLabel = "TEXT", description = "A comment for the journal.")
    private String why = "";

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Write distributions and a map of every module here, as PNG.")
    private @Nullable Path plots;

    @Override
    public Integer call() throws IOException {
        Instant when = Instant.now();
        RunNumber run = new RunNumber(since);
        if (firstEvent < 0) {
            throw new IllegalArgumentException("--first-event is 0 or more, got " + firstEvent);
        }
        requireDistinct(files);
        GainSettings settings = settings();
        var byFed =
                GainCalibration.byFed(
                        files,
                        fed == null ? OptionalInt.empty() : OptionalInt.of(fed),
                        settings.cabling());
        if (plots != null) Files.createDirectories(plots);
        try (ConditionsStore conditions = store.open();
                var workers = new ThreadWorkers(threads);
                var progress = Progress.of("calibrate", expectedHits(), "hits")) {
            ValidBanks.of(conditions, run.moment(), vcalTag, PixelTypes.VCAL);
            Resolved vcal = conditions.view(run.moment()).bank(vcalTag, 0);
            var lineage =
                    new GainLineage(
                            vcal.entry().tag(), vcal.entry().payload(), digest(settings.cabling()));
            var calibration = new GainCalibration(settings, ModuleVcal.of(vcal.bank()), workers);
            var session =
                    new CalibrationSession(
                            calibration, settings, lineage, byFed, progress, output, plots, when);
            if (tag == null) {
                session.forEach(_ -> {});
                session.report();
                output.line("");
                output.line("Not stored: no --tag was given.");
                return session.conclude(null);
            }
            Subsystems.ensure(PixelTypes.DETECTOR, conditions, output);
            Outcome outcome = conditions.submit(campaign(tag, run, session, settings, when));
            session.report();
            return session.conclude(outcome);
        }
    }

    private Campaign campaign(
            String toTag,
            RunNumber run,
            CalibrationSession session,
            GainSettings settings,
            Instant when) {
        return new Campaign(
                toTag,
                PixelTypes.GAIN,
                run.moment(),
                session,
                Optional.of(new PixelBanks(settings.cabling().geometry())),
                Program.author(),
                why,
                when);
    }

    private GainSettings settings() throws IOException {
        Cabling table =
                cabling == null
                        ? CablingGenerator.phase1()
                        : CablingCsv.read(cabling, CablingScope.BENCH);
        if (!table.benchFeds().isEmpty()) {
            output.remark("tare: FEDs %s are not among the detector's 108", table.benchFeds());
        }
        return new GainSettings(
                table,
                scan == null ? GainScan.PRODUCTION : GainScanFile.readAny(scan),
                new FitSettings(
                        limits == Limits.STRICT ? GainLimits.STRICT : GainLimits.PRODUCTION,
                        errors),
                asReference ? Counting.AS_REFERENCE : Counting.MENDED,
                firstEvent);
    }

    /// A dump given twice would count twice.
    private static void requireDistinct(List<Path> dumps) throws IOException {
        var seen = new HashSet<Path>();
        for (Path dump : dumps) {
            if (!seen.add(dump.toRealPath())) {
                throw new IllegalArgumentException(dump + " is given twice");
            }
        }
    }

    private long expectedHits() throws IOException {
        long bytes = 0;
        for (Path file : files) bytes += Files.size(file);
        return bytes / Integer.BYTES;
    }

    /// Identity of the cabling that was used: the digest of its table as Tare writes it.
    private static Sha256 digest(Cabling cabling) throws IOException {
        var table = new StringWriter();
        CablingCsv.write(cabling, table);
        return Sha256.of(table.toString());
    }
}
