package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.CalibrationType;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.Resolved;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircPlots;
import tare.export.plot.PlotFile;

/// What is stored, fetched and printed.
@Command(
        name = "show",
        description = {
            "Fetches the constants of all types that are valid at a run, and prints every bank.",
            "Tags are named like the types: dirc-status, dirc-pedestal, dirc-t0. For one bank with its"
                    + " lineage: tare conditions show."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare dirc show --run 1",
            "  tare dirc show --run 1 --channels --plots plots",
            "  tare conditions show dirc-t0 \"sector 0\" --run 1 --channels 10"
        })
final class DircShow implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private StoreOption store;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            required = true,
            description = "Run at which the constants hold.")
    private long run;

    @Option(names = "--channels", description = "Also list every channel that is not normal.")
    private boolean channels;

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Draw a map of the ring for every type here, as PNG.")
    private @Nullable Path plots;

    /// What is valid of a type; empty if nothing is.
    private record Valid(CalibrationType type, List<Resolved> banks) {
        List<Bank> contents() {
            return banks.stream().map(Resolved::bank).toList();
        }
    }

    @Override
    public Integer call() throws IOException {
        DircDetector detector = setup.detector();
        Moment moment = new RunNumber(run).moment();
        var valid = new ArrayList<Valid>();
        try (ConditionsStore conditions = store.open()) {
            View view = conditions.view(moment);
            for (CalibrationType type : detector.types()) valid.add(fetch(view, type));
        }
        if (valid.stream().allMatch(of -> of.banks.isEmpty())) {
            throw new MissingConditionsException(
                    "no constants of the DIRC at run " + run + " in " + store.url());
        }
        var documents = new ArrayList<Map<String, Object>>();
        for (Valid of : valid) documents.add(print(detector, of));
        output.document(Map.of("run", run, "types", documents));
        output.flush();
        return Exit.DONE;
    }

    private static Valid fetch(View view, CalibrationType type) {
        List<String> tags = view.entries().stream().map(entry -> entry.tag()).distinct().toList();
        if (!tags.contains(type.name())) return new Valid(type, List.of());
        return new Valid(
                type,
                view.entries(type.name()).stream()
                        .map(entry -> view.bank(type.name(), entry.bank().number()))
                        .toList());
    }

    private Map<String, Object> print(DircDetector detector, Valid valid) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", valid.type.name());
        output.line("%s: %s", valid.type.name(), Words.count(valid.banks.size(), "bank"));
        if (!valid.banks.isEmpty()) {
            table(valid).print(output);
            if (channels) listUnusual(valid);
            output.line("");
            if (plots != null) draw(detector, valid, plots);
        }
        document.put("banks", valid.banks.stream().map(DircShow::document).toList());
        return document;
    }

    private static TextTable table(Valid valid) {
        var headings =
                new ArrayList<>(
                        List.of(
                                left("Bank"),
                                left("Valid"),
                                right("Sequence"),
                                right("Tubes"),
                                right("Not good"),
                                right("Dead"),
                                right("Noisy"),
                                right("Unstable")));
        boolean hasMean = !valid.type.layout().fields().isEmpty();
        if (hasMean)
            headings.add(right("Mean [" + valid.type.layout().fields().getFirst().unit() + "]"));
        var table = new TextTable(headings.toArray(TextTable.Heading[]::new));
        for (Resolved resolved : valid.banks) {
            Bank bank = resolved.bank();
            var cells =
                    new ArrayList<Object>(
                            List.of(
                                    resolved.entry().bank().name(),
                                    resolved.entry().valid(),
                                    resolved.entry().sequence(),
                                    bank.size(),
                                    bank.size() - count(bank, Quality.GOOD),
                                    count(bank, Condition.DEAD),
                                    count(bank, Condition.NOISY),
                                    count(bank, Condition.UNSTABLE)));
            if (hasMean) cells.add(String.format(Locale.ROOT, "%.2f", meanOfGood(bank)));
            table.row(cells.toArray());
        }
        return table;
    }

    private void listUnusual(Valid valid) {
        for (Bank bank : valid.contents()) {
            for (int i = 0; i < bank.size(); i++) {
                var flag = new ChannelFlag(bank.flags().intAt(i));
                if (flag.isNormal()) continue;
                output.line("  %s: %s", bank.idScheme().format(bank.ids().intAt(i)), flag);
            }
        }
    }

    private void draw(DircDetector detector, Valid valid, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(valid.type.name() + ".png");
        String title = valid.type.name() + " at run " + run;
        PlotFile.write(file, DircPlots.ring(title, detector.setup(), valid.contents()));
        output.line("Drawn in %s", file);
        output.line("");
    }

    private static Map<String, Object> document(Resolved resolved) {
        Bank bank = resolved.bank();
        var document = new LinkedHashMap<String, Object>();
        document.put("bank", resolved.entry().bank().name());
        document.put("payload", resolved.entry().payload().hex());
        document.put("sequence", resolved.entry().sequence());
        document.put("tubes", bank.size());
        document.put("good", count(bank, Quality.GOOD));
        for (Condition condition : Condition.values()) {
            int tubes = count(bank, condition);
            if (tubes > 0) document.put(condition.name().toLowerCase(Locale.ROOT), tubes);
        }
        return document;
    }

    private static int count(Bank bank, Quality quality) {
        int count = 0;
        for (int i = 0; i < bank.size(); i++) {
            if (new ChannelFlag(bank.flags().intAt(i)).quality() == quality) count++;
        }
        return count;
    }

    private static int count(Bank bank, Condition condition) {
        int count = 0;
        for (int i = 0; i < bank.size(); i++) {
            if (new ChannelFlag(bank.flags().intAt(i)).condition() == condition) count++;
        }
        return count;
    }

    private static double meanOfGood(Bank bank) {
        double sum = 0;
        int good = 0;
        for (int i = 0; i < bank.size(); i++) {
            if (new ChannelFlag(bank.flags().intAt(i)).quality() != Quality.GOOD) continue;
            sum += bank.columns().getFirst().value(i);
            good++;
        }
        return sum / good;
    }
}
