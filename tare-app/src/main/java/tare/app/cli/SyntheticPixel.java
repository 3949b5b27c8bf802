package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.GainScanFile;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingCsv;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.synthetic.pixel.Injected;
import tare.synthetic.pixel.PixelFault;
import tare.synthetic.pixel.PixelScanSimulator;
import tare.synthetic.pixel.PixelTruth;
import tare.synthetic.pixel.Plateau;
import tare.synthetic.pixel.ReadoutFaults;

/// A gain scan with known truth.
@Command(
        name = "pixel",
        description = {
            "Simulates the gain scan of one FED: dump, cabling and scan settings.",
            "The truth follows from the options; 'tare synthetic pulls' compares with it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare synthetic pixel scan --fed 1205 --scan demo",
            "  tare pixel calibrate scan/GainCalibration_1205_500000.dmp \\",
            "      --scan scan/scan.txt ..."
        })
final class SyntheticPixel implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private SimulationOptions simulation;

    @Parameters(paramLabel = "DIR", description = "Folder for the files; made if it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = "500000",
            description = "Run number; default ${DEFAULT-VALUE}.")
    private int run;

    @Option(
            names = "--scan",
            paramLabel = "NAME|FILE",
            defaultValue = "production",
            description =
                    "production (104,400 events, about 0.7 GB), demo (a tenth of it), small (2,610 events),"
                            + " or a file of scan settings; default ${DEFAULT-VALUE}.")
    private String scan = "";

    @Option(
            names = "--plateau",
            paramLabel = "SHAPE",
            defaultValue = "sharp",
            description = "How the response saturates: sharp, soft; default ${DEFAULT-VALUE}.")
    private Plateau plateau = Plateau.SHARP;

    @Override
    public Integer call() throws IOException {
        GainScan settings = SimulationOptions.scan(scan);
        Cabling cabling = CablingGenerator.phase1();
        PixelTruth truth = simulation.truth(cabling);
        Files.createDirectories(folder);
        Path dump = folder.resolve("GainCalibration_" + simulation.fed + "_" + run + ".dmp");
        CablingCsv.write(cabling, folder.resolve("cabling.csv"));
        Files.writeString(folder.resolve("scan.txt"), GainScanFile.format(settings));
        var simulator =
                new PixelScanSimulator(
                        truth,
                        settings,
                        simulation.moduleVcal(cabling),
                        simulation.faults == SimulationOptions.Faults.SOME
                                ? ReadoutFaults.SOME
                                : ReadoutFaults.NONE,
                        plateau,
                        simulation.seed);
        try (var workers = new ThreadWorkers(Runtime.getRuntime().availableProcessors());
                var progress = Progress.of("simulate", settings.events(), "events")) {
            Injected injected = simulator.write(dump, run, workers, progress::add);
            report(dump, settings, truth, injected, progress.elapsed().toMillis() / 1e3);
        }
        return Exit.DONE;
    }

    private void report(
            Path dump, GainScan settings, PixelTruth truth, Injected injected, double seconds)
            throws IOException {
        output.line("%s: %,d bytes in %.1f s", dump, Files.size(dump), seconds);
        output.line("  %s", settings);
        output.line(
                "  %,d hits of pulsed pixels, %,d of others, %d events lost",
                injected.patternHits(), injected.offPatternHits(), injected.missingEvents().size());
        var document = new LinkedHashMap<String, Object>();
        document.put("dump", dump.toString());
        document.put("hits", injected.patternHits());
        document.put("hits_off_pattern", injected.offPatternHits());
        document.put("events_missing", injected.missingEvents());
        document.put("words", injected.words().nonZero());
        var faults = new LinkedHashMap<String, Long>();
        for (PixelFault fault : PixelFault.values()) {
            faults.put(fault.name().toLowerCase(Locale.ROOT), truth.count(fault));
            if (truth.count(fault) > 0)
                output.line("  %,10d pixels: %s", truth.count(fault), fault.label());
        }
        document.put("pixels", faults);
        output.document(document);
    }
}
