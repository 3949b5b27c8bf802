package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.app.cli.ShownBank.Verified;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.core.bank.Bank;
import tare.core.time.Moment;
import tare.export.bank.BankPages;
import tare.export.table.BankCsv;
import tare.export.table.Npz;

/// One bank: what it holds and where it comes from.
@Command(
        name = "show",
        description = {
            "Shows one stored bank, what it holds and where it comes from.",
            "Layout, header, channels by quality, statistics of every column, and the lineage: the"
                    + " raw files, parameters, programs and people behind the constants. Reading"
                    + " checks every byte; a damaged payload is an error, exit code 3."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions show pixel-vcal --run 10981 --verify",
            "  tare conditions show pixel-gain BPix_BmI_SEC1_LYR1_LDR1F_MOD1 --run 10981",
            "  tare conditions show --payload 1a2b3c4d5e6f --csv constants.csv"
        })
final class ConditionsShow implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TAG", description = "The bank's tag.")
    private @Nullable String tag;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BANK",
            description = "Name or number of the bank; not needed if the tag has only one.")
    private @Nullable String bank;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = MomentText.class,
            description =
                    "Run at which the bank holds; RUN:LUMI or a UTC time for tags that hold by"
                            + " luminosity section or time.")
    private @Nullable Moment run;

    @Option(
            names = "--payload",
            paramLabel = "HASH",
            description = "Instead of tag and run: the payload, by 4 or more digits of its hash.")
    private @Nullable String payload;

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "0",
            description = "Also list the first N channels.")
    private int channels;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write all channels as comma-separated text; replaces the file.")
    private @Nullable Path csv;

    @Option(
            names = "--npz",
            paramLabel = "FILE",
            description = "Write all channels as NumPy arrays; replaces the file.")
    private @Nullable Path npz;

    @Option(
            names = "--verify",
            description =
                    "Hash the content again and compare with its name; check the chain of commits.")
    private boolean verify;

    @Mixin private PlotOption plot;
    @Mixin private AsOfOption asOf;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    @Override
    public Integer call() throws IOException {
        if (channels < 0) {
            throw new IllegalArgumentException("--channels is 0 or more, got " + channels);
        }
        try (ConditionsStore opened = store.open()) {
            ShownBank shown = payload == null ? byRun(opened) : byPayload(opened, payload);
            List<String> files = export(shown.bank());
            Verified verified = verify ? shown.verify(opened) : null;
            print(shown, verified, files);
            String title = shown.entry().tag() + ", " + shown.entry().bank();
            plot.draw(out, () -> BankPages.content(title, shown.bank()));
            boolean intact =
                    shown.firstBrokenEntry() == null && (verified == null || verified.isIntact());
            return intact ? Exit.DONE : Exit.BROKEN_INPUT;
        } finally {
            out.flush();
        }
    }

    private ShownBank byPayload(ConditionsStore opened, String hash) {
        if (tag != null || run != null || asOf.isGiven()) {
            throw new IllegalArgumentException(
                    "--payload already says which bank; leave out TAG, BANK, --run and --as-of");
        }
        PayloadName.Found found = PayloadName.parse(hash).find(opened);
        return ShownBank.of(opened, found.resolved(), found.asOf());
    }

    private ShownBank byRun(ConditionsStore opened) {
        if (tag == null) {
            throw new IllegalArgumentException(
                    "which bank? Give a tag and --run, or --payload; 'tare conditions list' names"
                            + " the tags");
        }
        if (run == null) {
            TagIntervals found = TagIntervals.of(opened, tag, opened.sequence());
            throw new IllegalArgumentException(
                    "at which run? Give --run; tag "
                            + found.name()
                            + " has intervals that begin from "
                            + found.first()
                            + " to "
                            + found.last());
        }
        long sequence = asOf.sequence(opened);
        TagIntervals found = TagIntervals.of(opened, tag, sequence, run);
        found.at(run); // refuses a moment on another axis
        BankName name = bank == null ? found.onlyBank() : found.bank(bank);
        return ShownBank.of(
                opened, opened.view(run, sequence).bank(found.name(), name.number()), sequence);
    }

    private List<String> export(Bank shown) throws IOException {
        var files = new ArrayList<String>();
        if (csv != null) {
            BankCsv.write(csv, shown);
            files.add(csv.toString());
        }
        if (npz != null) {
            Npz.write(npz, shown);
            files.add(npz.toString());
        }
        return files;
    }

    private void print(ShownBank shown, @Nullable Verified verified, List<String> files) {
        BankText.print(out, shown);
        if (channels > 0) BankText.printChannels(out, shown.bank(), channels);
        if (verified != null) printVerified(verified);
        if (!files.isEmpty()) out.line("");
        for (String file : files) {
            out.line("Wrote %s: %s", file, Words.count(shown.bank().size(), "channel"));
        }
        out.document(BankDocument.of(store.url(), shown, channels, verified, files));
    }

    private void printVerified(Verified verified) {
        out.line("");
        out.line(
                "Checked: the payload's content %s",
                verified.payloadIntact()
                        ? "was read and hashed; it is what its name says"
                        : "is NOT what its name says, but " + verified.identity());
        out.line("Checked: %s", verified.log().text());
    }
}
