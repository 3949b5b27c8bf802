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
import tare.detectors.dirc.DircDetector;
import tare.synthetic.dirc.DircFault;
import tare.synthetic.dirc.DircFlasher;
import tare.synthetic.dirc.DircTruth;

/// A flasher run with known truth.
@Command(
        name = "dirc",
        description = {
            "Simulates a flasher run of the DIRC: one TDC file.",
            "T0 and illumination of a tube depend on the seed, noise on the run besides; so runs of one"
                    + " seed are runs of the same tubes. 'tare synthetic dirc-pulls' compares with"
                    + " the truth."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare synthetic dirc runs --run 1 --faults none",
            "  tare synthetic dirc runs --run 2",
            "  tare dirc calibrate runs/dirc-t0-2.tdc --tag dirc-t0 --since 2"
        })
final class SyntheticDirc implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private DircTruthOptions tubes;

    @Parameters(paramLabel = "DIR", description = "Folder for the file; made if it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = "1",
            description = "Run number; default ${DEFAULT-VALUE}.")
    private long run;

    @Option(
            names = "--flashes",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Flashes of the run; default ${DEFAULT-VALUE}.")
    private int flashes;

    @Override
    public Integer call() throws IOException {
        DircDetector detector = setup.detector();
        DircTruth truth = tubes.truth(detector.setup());
        Files.createDirectories(folder);
        Path file = folder.resolve("dirc-t0-" + run + ".tdc");
        try (var progress = Progress.of("simulate", flashes, "flashes")) {
            new DircFlasher(detector.map(), truth, flashes, tubes.seedOfRun(run))
                    .run(progress::add)
                    .write(file);
            report(file, truth, progress.elapsed().toMillis() / 1e3);
        }
        return Exit.DONE;
    }

    private void report(Path file, DircTruth truth, double seconds) throws IOException {
        output.line("%s: %,d bytes in %.1f s", file, Files.size(file), seconds);
        output.line("  %,d flashes, %,d tubes", flashes, truth.tubes());
        var document = new LinkedHashMap<String, Object>();
        document.put("file", file.toString());
        document.put("flashes", flashes);
        var faults = new LinkedHashMap<String, Integer>();
        for (DircFault fault : DircFault.values()) {
            faults.put(fault.name().toLowerCase(Locale.ROOT), truth.count(fault));
            if (truth.count(fault) > 0)
                output.line("  %,7d tubes: %s", truth.count(fault), fault.label());
        }
        document.put("tubes", faults);
        output.document(document);
        output.flush();
    }
}
