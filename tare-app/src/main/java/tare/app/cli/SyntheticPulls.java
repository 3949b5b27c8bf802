package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;
import tare.conditions.view.Entry;
import tare.conditions.view.View;
import tare.core.histogram.Histogram1D;
import tare.core.histogram.Statistics;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.detectors.pixel.PixelTypes;
import tare.detectors.pixel.gain.GainStatus;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.export.plot.Curve;
import tare.export.plot.Distribution;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;
import tare.export.plot.PlotFile;
import tare.export.plot.Resolution;
import tare.export.plot.Steps;
import tare.synthetic.pixel.GainPulls;
import tare.synthetic.pixel.PixelTruth;

/// Stored gains against the truth of their simulation.
@Command(
        name = "pulls",
        description = {
            "Compares stored gains with the truth of the simulation they were made from.",
            "A pull is (fitted - true) / error; right errors give mean 0 and width 1 where the"
                    + " response is a line. Without a plateau the fit may include a saturated point,"
                    + " which is none."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = "  tare synthetic pulls --store sqlite:tare.db --tag pixel-gain --run 500000")
final class SyntheticPulls implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private SimulationOptions simulation;

    @Mixin private StoreOption store;

    @Option(names = "--tag", paramLabel = "TAG", required = true, description = "Tag of the gains.")
    private String tag = "";

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = "500000",
            description = "Run for which the gains hold; default ${DEFAULT-VALUE}.")
    private long run;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the pulls, as .png or .pdf.")
    private @Nullable Path plot;

    @Override
    public Integer call() throws IOException {
        if (plot != null) PlotFile.requireFormat(plot);
        Cabling cabling = CablingGenerator.phase1();
        PixelTruth truth = simulation.truth(cabling);
        var pulls = new GainPulls();
        Moment moment = new RunNumber(run).moment();
        try (ConditionsStore conditions = store.open()) {
            View view = conditions.view(moment);
            for (Entry entry : ValidBanks.of(conditions, moment, tag, PixelTypes.GAIN)) {
                int module = entry.bank().number();
                pulls.add(truth, module, view.bank(tag, module).bank());
            }
        }
        requirePixels(pulls);
        var document = new LinkedHashMap<String, Object>();
        document.put("tag", tag);
        for (GainStatus status : List.of(GainStatus.GOOD, GainStatus.NO_PLATEAU)) {
            report(status, pulls, document);
        }
        output.document(document);
        if (plot != null) draw(plot, pulls);
        return Exit.DONE;
    }

    private void requirePixels(GainPulls pulls) {
        if (pulls.gain(EnumSet.allOf(GainStatus.class)).entries() > 0) return;
        throw new IllegalArgumentException(
                "tag "
                        + tag
                        + " has no fitted pixel of FED "
                        + simulation.fed
                        + " at run "
                        + run
                        + "; give the --fed that was simulated");
    }

    private void report(GainStatus status, GainPulls pulls, Map<String, Object> document) {
        Histogram1D.Snapshot gain = pulls.gain(Set.of(status));
        Histogram1D.Snapshot pedestal = pulls.pedestal(Set.of(status));
        output.line(
                "%s: %,.0f pixels with status '%s' and no simulated fault",
                tag, (double) gain.entries(), status.label());
        print("gain", gain.statistics());
        print("pedestal", pedestal.statistics());
        document.put(
                status.name().toLowerCase(Locale.ROOT),
                Map.of("gain", document(gain), "pedestal", document(pedestal)));
    }

    private void draw(Path file, GainPulls pulls) throws IOException {
        Set<GainStatus> good = Set.of(GainStatus.GOOD);
        PlotFile.write(
                file,
                Page.of(
                        "Pulls of " + tag + ", status 'good fit'",
                        1200,
                        Page.Row.of(
                                400,
                                draw("Gain", pulls.gain(good)),
                                draw("Pedestal", pulls.pedestal(good)))),
                Resolution.SCREEN);
        output.line("Drawn in %s", file);
    }

    private void print(String quantity, Statistics pull) {
        output.line(
                "  %-9s mean %+.4f ± %.4f   width %.4f ± %.4f",
                quantity,
                pull.mean(),
                pull.meanError(),
                pull.standardDeviation(),
                pull.standardDeviationError());
    }

    private static Map<String, Object> document(Histogram1D.Snapshot pulls) {
        var document = new LinkedHashMap<String, Object>();
        document.put("pixels", pulls.entries());
        document.put("mean", pulls.statistics().mean());
        document.put("width", pulls.statistics().standardDeviation());
        return document;
    }

    private static Distribution draw(String quantity, Histogram1D.Snapshot pulls) {
        return Distribution.of(
                        quantity,
                        PlotAxis.of("(fitted - true) / error", "1").within(-5, 5),
                        PlotAxis.of("pixels", "1"),
                        new Steps("pixels", pulls))
                .with(Curve.gaussian("unit Gaussian", pulls, 0, 1));
    }
}
