package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.detectors.pixel.PixelTypes;
import tare.detectors.pixel.VcalBanks;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.vcal.CorrectionCurve;
import tare.detectors.pixel.vcal.Region;
import tare.detectors.pixel.vcal.RegionVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalPlot;
import tare.detectors.pixel.vcal.VcalReport;
import tare.detectors.pixel.vcal.VcalTag;
import tare.detectors.pixel.vcal.VcalTags;
import tare.export.plot.Page;
import tare.export.plot.PlotFile;
import tare.export.plot.Resolution;

/// `tare pixel vcal`: the charge scale after radiation, printed, drawn and stored.
@Command(
        name = "vcal",
        description = {
            "Makes the VCal object: electrons per VCal step of every module after radiation.",
            "Prints luminosities, doses, corrections and slopes; with --store it is stored through the gate."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare pixel vcal --list",
            "  tare pixel vcal 2026_v0 --plot corrections.png",
            "  tare pixel vcal 2026_v0 --store sqlite:tare.db --since 1",
            "  tare pixel vcal 2026_v1 --lumi 331.5",
            "  tare pixel vcal --add 2026_v1=12.3 --add 2026_v2=20",
            "  tare pixel vcal --lumi-file tags.csv"
        })
final class VcalCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A published tag, one of --lumi-file, or the new name for --lumi.")
    private @Nullable String name;

    @Mixin private VcalChoice choice;

    @Option(names = "--list", description = "List the published tags.")
    private boolean list;

    @Option(names = "--ladders", description = "The table of slopes with a line per ladder.")
    private boolean ladders;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Draw correction against dose, as .png or .pdf.")
    private @Nullable Path plot;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Store it here: sqlite:PATH. Without it, nothing is stored.")
    private @Nullable String store;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Tag in the store; default SiPixelVCal_phase1_NAME.")
    private @Nullable String tag;

    @Option(
            names = "--since",
            paramLabel = "RUN",
            defaultValue = "1",
            description = "First run for which it holds; default ${DEFAULT-VALUE}.")
    private long since;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A comment for the journal.")
    private String why = "";

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        if (list) return list();
        if (plot != null) PlotFile.requireFormat(plot);
        Moment from = new RunNumber(since).moment();
        List<VcalTag> tags = choice.tags(name);
        List<VcalCalibration> calibrations = tags.stream().map(VcalCalibration::of).toList();
        VcalCalibration newest = calibrations.getLast();
        if (plot != null) draw(newest, plot);
        VcalReport report = new VcalReport(calibrations);
        List<String> lines = ladders ? report.lines() : report.briefLines();
        lines.forEach(line -> output.line("%s", line));
        if (plot != null) output.line("%nDrawn in %s", plot);
        Map<String, Object> document = document(newest);
        int code = store == null ? Exit.DONE : store(newest, store, from, document);
        output.document(document);
        output.flush();
        return code;
    }

    private int list() {
        List<VcalTag> tags = VcalTags.published().tags();
        output.line("%-10s %22s  %s", "tag", "Run-3 luminosity [1/fb]", "rings");
        for (VcalTag known : tags) {
            output.line(
                    "%-10s %23.3f  %s",
                    known.name(), known.luminosityRun3Fb(), known.rings().key());
        }
        output.document(Map.of("tags", tags));
        output.flush();
        return Exit.DONE;
    }

    private static void draw(VcalCalibration calibration, Path file) throws IOException {
        Page page = Page.of(VcalPlot.of(CorrectionCurve.of(calibration)));
        PlotFile.write(file, page, Resolution.DOUBLE);
    }

    private int store(
            VcalCalibration calibration, String url, Moment from, Map<String, Object> document) {
        output.line("");
        return Outcomes.print(submit(calibration, url, from), output, document);
    }

    private Outcome submit(VcalCalibration calibration, String url, Moment from) {
        Instant now = InstantSource.system().instant();
        var bank = VcalBank.of(calibration, PixelGeometry.phase1(), now, Program.author(), why);
        try (ConditionsStore open = ConditionsStore.open(url)) {
            Subsystems.ensure(PixelTypes.DETECTOR, open, output);
            return open.submit(
                    new Campaign(
                            tagName(calibration),
                            PixelTypes.VCAL,
                            from,
                            List.of(new Candidate(VcalBanks.WHOLE_DETECTOR, bank)),
                            Optional.of(new VcalBanks()),
                            Program.author(),
                            why,
                            now));
        }
    }

    private String tagName(VcalCalibration calibration) {
        return tag == null ? "SiPixelVCal_phase1_" + calibration.tag().name() : tag;
    }

    private static Map<String, Object> document(VcalCalibration calibration) {
        var regions = new LinkedHashMap<String, RegionVcal>();
        for (Region region : Region.values()) regions.put(region.key(), calibration.region(region));
        var document = new LinkedHashMap<String, Object>();
        document.put("tag", calibration.tag());
        document.put("regions", regions);
        return document;
    }
}
