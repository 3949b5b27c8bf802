package tare.app.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A tour: the commands that a user would type, shown and executed one after the other.
@Command(
        name = "demo",
        description = {
            "A tour in half a minute, from raw words to stored constants.",
            "Simulates the gain scan of one FED with known truth, calibrates it, stores the constants"
                    + " through the gate and compares them with the truth. Every step is a command"
                    + " to try; a second tour in the same folder finds everything stored."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {"  tare demo", "  tare demo --scan small /tmp/tour"})
final class DemoCommand implements Callable<Integer> {
    /// Has modules of all four barrel layers.
    private static final String FED = "1240";

    /// One of them, in layer 1.
    private static final String MODULE = "BPix_BpO_SEC8_LYR1_LDR6F_MOD4";

    private static final String RUN = "500000";

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "tare-demo",
            description = "Folder for all files; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    @Option(
            names = "--scan",
            paramLabel = "NAME",
            defaultValue = "production",
            description =
                    "production (about 0.7 GB), demo (a tenth of it) or small; default ${DEFAULT-VALUE}.")
    private String scan = "";

    @Override
    public Integer call() throws IOException {
        Instant start = Instant.now();
        Files.createDirectories(folder);
        String store = "sqlite:" + folder.resolve("tare.db");
        String dump = folder.resolve("GainCalibration_" + FED + "_" + RUN + ".dmp").toString();
        int code =
                run(
                        List.of(
                                List.of(
                                        "synthetic",
                                        "pixel",
                                        folder.toString(),
                                        "--fed",
                                        FED,
                                        "--scan",
                                        scan),
                                List.of("conditions", "init", "--store", store),
                                List.of(
                                        "pixel",
                                        "vcal",
                                        "2026_v0",
                                        "--store",
                                        store,
                                        "--plot",
                                        folder.resolve("corrections.png").toString()),
                                calibrate(dump, store, "pixel-gain", "per_point"),
                                calibrate(dump, store, "pixel-gain-pooled", "pooled"),
                                pulls(store, "pixel-gain"),
                                pulls(store, "pixel-gain-pooled"),
                                List.of("conditions", "list", "--store", store)));
        if (code != Exit.DONE) return code;
        print(
                "All of it took %.0f s. Look at %s and %s.",
                Duration.between(start, Instant.now()).toMillis() / 1e3,
                folder.resolve("pixel-gain").resolve("distributions.png"),
                folder.resolve("pulls-pixel-gain-pooled.png"));
        printNext(store, dump);
        return code;
    }

    private List<String> calibrate(String dump, String store, String tag, String errors) {
        return List.of(
                "pixel",
                "calibrate",
                dump,
                "--cabling",
                folder.resolve("cabling.csv").toString(),
                "--scan",
                folder.resolve("scan.txt").toString(),
                "--store",
                store,
                "--vcal-tag",
                "SiPixelVCal_phase1_2026_v0",
                "--tag",
                tag,
                "--since",
                RUN,
                "--errors",
                errors,
                "--plots",
                folder.resolve(tag).toString());
    }

    private List<String> pulls(String store, String tag) {
        return List.of(
                "synthetic",
                "pulls",
                "--store",
                store,
                "--tag",
                tag,
                "--plot",
                folder.resolve("pulls-" + tag + ".png").toString());
    }

    private int run(List<List<String>> steps) {
        for (List<String> step : steps) {
            print("$ tare %s", String.join(" ", step));
            CommandLine line = Tare.commandLine();
            line.setOut(spec.commandLine().getOut()).setErr(spec.commandLine().getErr());
            int code = line.execute(step.toArray(String[]::new));
            print("");
            if (code != Exit.DONE) return code;
        }
        return Exit.DONE;
    }

    @FormatMethod
    private void print(String format, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    private void printNext(String store, String dump) {
        print("");
        print("Try next:");
        print("  tare conditions at %s --store %s", RUN, store);
        print("  tare conditions show pixel-gain %s --run %s --store %s", MODULE, RUN, store);
        print("  tare pixel words %s --event 1 | head -60", dump);
        print("  tare pixel calibrate --help");
    }
}
