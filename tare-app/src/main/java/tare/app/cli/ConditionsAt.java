package tare.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.core.time.Moment;

/// What is valid at a moment.
@Command(
        name = "at",
        description = {
            "Tells what is valid at a run.",
            "For every bank: the interval in which it really holds, the payload, the commit that"
                    + " stored it and the type that accepted it. Nothing valid is an error, exit"
                    + " code 3."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions at 10981",
            "  tare conditions at 10981 --tag pixel-gain --bank BPix_BmI_SEC1_LYR1_LDR1F_MOD1",
            "  tare conditions at 10981 --as-of 4     (as the store answered after commit 4)"
        })
final class ConditionsAt implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            converter = MomentText.class,
            description =
                    "Run number; RUN:LUMI or a UTC time for tags that hold by luminosity section or"
                            + " time.")
    private Moment run;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only this tag. Default: all tags.")
    private @Nullable String tag;

    @Option(
            names = "--bank",
            paramLabel = "NAME",
            description = "Only this bank, by name or number. Default: all banks.")
    private @Nullable String bank;

    @Mixin private AsOfOption asOf;
    @Mixin private LimitOption limit;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    private record MissingDocument(String tag, int bank, String name) {}

    /// @param sequence the last commit of the store
    /// @param asOf the last commit that the answer considers
    /// @param missing banks of these tags without anything valid
    private record Document(
            String store,
            EntryDocument.At at,
            long sequence,
            long asOf,
            List<EntryDocument> entries,
            List<MissingDocument> missing) {}

    @Override
    public Integer call() {
        try (ConditionsStore opened = store.open()) {
            long sequence = asOf.sequence(opened);
            List<TagIntervals> tags = tags(opened, sequence);
            if (tags.stream().allMatch(one -> one.at(run).isEmpty())) throw nothing(tags, sequence);
            print(opened.sequence(), sequence, tags);
        }
        out.flush();
        return Exit.DONE;
    }

    private List<TagIntervals> tags(ConditionsStore opened, long sequence) {
        if (tag != null) {
            TagIntervals whole = TagIntervals.of(opened, tag, sequence, run);
            return List.of(bank == null ? whole : whole.of(whole.bank(bank)));
        }
        return TagIntervals.all(opened, sequence).stream()
                .filter(one -> one.axis() == run.axis())
                .map(this::onlyMeantBank)
                .toList();
    }

    private TagIntervals onlyMeantBank(TagIntervals whole) {
        List<Entry> meant =
                whole.entries().stream()
                        .filter(e -> bank == null || TagIntervals.isMeant(bank, e.bank()))
                        .toList();
        return new TagIntervals(whole.summary(), whole.asOf(), meant);
    }

    private MissingConditionsException nothing(List<TagIntervals> tags, long sequence) {
        String wanted = bank == null ? "" : " for bank " + bank;
        String inTag = tag == null ? "" : " in tag " + tags.getFirst().name();
        var nearest = new ArrayList<String>();
        for (TagIntervals one : tags) {
            if (one.entries().isEmpty()) continue;
            nearest.add((tag == null ? one.name() + ": " : "") + one.nearest(run));
        }
        return new MissingConditionsException(
                "no conditions"
                        + inTag
                        + wanted
                        + " at "
                        + run
                        + ", as of sequence "
                        + sequence
                        + "; "
                        + (nearest.isEmpty()
                                ? "nothing had been stored on this axis by then"
                                : Words.some(nearest)));
    }

    private void print(long newest, long sequence, List<TagIntervals> tags) {
        out.line(
                "Conditions at %s, as of sequence %d of %d, in %s",
                run, sequence, newest, store.url());
        var entries = new ArrayList<EntryDocument>();
        var missing = new ArrayList<MissingDocument>();
        for (TagIntervals one : tags) {
            print(one);
            one.at(run).forEach(entry -> entries.add(EntryDocument.of(entry)));
            for (BankName name : one.missingAt(run)) {
                missing.add(new MissingDocument(one.name(), name.number(), name.name()));
            }
        }
        out.document(
                new Document(
                        store.url(), EntryDocument.At.of(run), newest, sequence, entries, missing));
    }

    private void print(TagIntervals one) {
        List<Entry> valid = one.at(run);
        out.line("");
        if (valid.isEmpty()) {
            out.line("Tag %s: nothing valid; %s", one.name(), one.nearest(run));
            return;
        }
        out.line("Tag %s: %s", one.name(), Words.count(valid.size(), "bank"));
        EntryTable.print(out, valid, "bank", limit);
        List<BankName> missing = one.missingAt(run);
        if (!missing.isEmpty()) {
            out.line(
                    "NOT valid here: %s",
                    Words.some(missing.stream().map(BankName::name).toList()));
        }
    }
}
