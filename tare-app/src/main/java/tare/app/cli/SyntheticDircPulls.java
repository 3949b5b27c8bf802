package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;
import tare.conditions.view.Entry;
import tare.conditions.view.View;
import tare.core.histogram.Statistics;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircTypes;
import tare.export.plot.Curve;
import tare.export.plot.Distribution;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;
import tare.export.plot.PlotFile;
import tare.export.plot.Steps;
import tare.synthetic.dirc.DircTruth;
import tare.synthetic.dirc.T0Pulls;

/// Stored T0 constants against the truth of their simulation.
@Command(
        name = "dirc-pulls",
        description = {
            "Compares stored T0 constants with the truth of the simulation they were made from.",
            "A pull is (T0 - true T0) / error, of tubes that answer and are not hot; right errors give"
                    + " mean 0 and width 1. Give the options that the run was simulated with."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = "  tare synthetic dirc-pulls --tag dirc-t0 --run 2 --plot pulls.png")
final class SyntheticDircPulls implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private DircTruthOptions tubes;
    @Mixin private StoreOption store;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            defaultValue = "dirc-t0",
            description = "Tag of the constants; default ${DEFAULT-VALUE}.")
    private String tag = "";

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = "1",
            description = "Run for which they hold; default ${DEFAULT-VALUE}.")
    private long run;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the pulls, .png or .pdf.")
    private @Nullable Path plot;

    @Override
    public Integer call() throws IOException {
        DircDetector detector = setup.detector();
        DircTruth truth = tubes.truth(detector.setup());
        var pulls = new T0Pulls();
        Moment moment = new RunNumber(run).moment();
        try (ConditionsStore conditions = store.open()) {
            View view = conditions.view(moment);
            for (Entry entry : ValidBanks.of(conditions, moment, tag, DircTypes.T0)) {
                int sector = entry.bank().number();
                int first = sector * detector.setup().tubesOfSector();
                pulls.add(truth, first, view.bank(tag, sector).bank());
            }
        }
        report(pulls);
        if (plot != null) draw(plot, pulls);
        output.flush();
        return Exit.DONE;
    }

    private void report(T0Pulls pulls) {
        Statistics statistics = pulls.pulls().statistics();
        output.line("%s: %,d live tubes", tag, pulls.pulls().entries());
        output.line(
                "  pull of T0  mean %+.4f ± %.4f   width %.4f ± %.4f   largest %.2f",
                statistics.mean(),
                statistics.meanError(),
                statistics.standardDeviation(),
                statistics.standardDeviationError(),
                pulls.largest());
        var document = new LinkedHashMap<String, Object>();
        document.put("tag", tag);
        document.put("tubes", pulls.pulls().entries());
        document.put("mean", statistics.mean());
        document.put("width", statistics.standardDeviation());
        document.put("largest", pulls.largest());
        output.document(document);
    }

    private void draw(Path file, T0Pulls pulls) throws IOException {
        PlotFile.write(
                file,
                Page.of(
                        Distribution.of(
                                        "Pulls of " + tag,
                                        PlotAxis.of("(T0 - true T0) / error", "1").within(-6, 6),
                                        PlotAxis.of("tubes", "1"),
                                        new Steps("live tubes", pulls.pulls()))
                                .with(Curve.gaussian("unit Gaussian", pulls.pulls(), 0, 1))));
        output.line("Drawn in %s", file);
    }
}
