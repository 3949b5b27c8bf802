package tare.app.cli;

import static java.util.stream.Collectors.groupingBy;
import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;

/// What there is.
@Command(
        name = "list",
        description = "Lists the tags of a store, or the banks and intervals of one tag.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions list",
            "  tare conditions list pixel-gain",
            "  tare conditions list pixel-gain --bank BPix_BmI_SEC1_LYR1_LDR1F_MOD1"
        })
final class ConditionsList implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "TAG",
            description = "The tag whose banks and intervals to list. Default: list the tags.")
    private @Nullable String tag;

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            description = "Only this bank of the tag, by name or number, with all its intervals.")
    private @Nullable String bank;

    @Mixin private LimitOption limit;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    /// @param intervals that hold
    /// @param rows stored, with ends and what was overwritten
    private record TagDocument(
            String tag,
            String type,
            int banks,
            int intervals,
            long rows,
            EntryDocument.At first,
            EntryDocument.At last,
            long sequence) {
        static TagDocument of(TagIntervals tag) {
            return new TagDocument(
                    tag.name(),
                    tag.summary().type(),
                    tag.summary().banks(),
                    tag.entries().size(),
                    tag.summary().intervals(),
                    EntryDocument.At.of(tag.first()),
                    EntryDocument.At.of(tag.last()),
                    tag.summary().sequence());
        }
    }

    private record TagsDocument(String store, long sequence, List<TagDocument> tags) {}

    private record IntervalsDocument(
            String store, long sequence, TagDocument tag, List<EntryDocument> intervals) {}

    @Override
    public Integer call() {
        if (tag == null && bank != null) {
            throw new IllegalArgumentException(
                    "--bank needs a tag: tare conditions list TAG --bank " + bank);
        }
        try (ConditionsStore opened = store.open()) {
            if (tag == null) listTags(opened);
            else listTag(opened, tag);
        }
        out.flush();
        return Exit.DONE;
    }

    private void listTags(ConditionsStore opened) {
        long sequence = opened.sequence();
        List<TagIntervals> tags = TagIntervals.all(opened, sequence);
        out.line(
                "Store %s: %s, %s",
                store.url(), Words.count(tags.size(), "tag"), Words.count(sequence, "commit"));
        if (!tags.isEmpty()) {
            out.line("");
            table(tags).print(out);
        }
        out.document(
                new TagsDocument(
                        store.url(), sequence, tags.stream().map(TagDocument::of).toList()));
    }

    private static TextTable table(List<TagIntervals> tags) {
        var table =
                new TextTable(
                        left("Tag"),
                        left("Type"),
                        right("Banks"),
                        right("Intervals"),
                        left("First since"),
                        left("Last since"),
                        right("Sequence"));
        for (TagIntervals tag : tags) {
            table.row(
                    tag.name(),
                    tag.summary().type(),
                    String.format(Locale.ROOT, "%,d", tag.summary().banks()),
                    String.format(Locale.ROOT, "%,d", tag.entries().size()),
                    tag.first(),
                    tag.last(),
                    tag.summary().sequence());
        }
        return table;
    }

    private void listTag(ConditionsStore opened, String name) {
        long sequence = opened.sequence();
        TagIntervals whole = TagIntervals.of(opened, name, sequence);
        TagIntervals some = bank == null ? whole : whole.of(whole.bank(bank));
        out.line(
                "Tag %s, type %s: %s, %s, as of sequence %d of %s",
                whole.name(),
                whole.summary().type(),
                Words.count(some.banks().size(), "bank"),
                Words.count(some.entries().size(), "interval"),
                sequence,
                store.url());
        if (bank == null) {
            out.line("");
            periods(some).print(out);
            out.line("");
            banks(some);
        } else {
            out.line("");
            EntryTable.print(out, some.entries(), "interval", limit);
        }
        out.document(
                new IntervalsDocument(
                        store.url(),
                        sequence,
                        TagDocument.of(whole),
                        some.entries().stream().map(EntryDocument::of).toList()));
    }

    /// The intervals of all banks, equal ones counted together.
    private static TextTable periods(TagIntervals tag) {
        record Period(String valid, long sequence, String type) {}
        var table = new TextTable(left("Valid"), right("Banks"), right("Sequence"), left("Type"));
        Map<Period, Long> banks =
                tag.entries().stream()
                        .sorted(
                                Comparator.comparingLong((Entry e) -> e.valid().since())
                                        .thenComparingLong(Entry::sequence))
                        .collect(
                                groupingBy(
                                        e ->
                                                new Period(
                                                        e.valid().toString(),
                                                        e.sequence(),
                                                        e.type().toString()),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        banks.forEach(
                (period, count) ->
                        table.row(
                                period.valid,
                                String.format(Locale.ROOT, "%,d", count),
                                period.sequence,
                                period.type));
        return table;
    }

    private void banks(TagIntervals tag) {
        var table =
                new TextTable(
                        right("Bank"),
                        left("Name"),
                        right("Intervals"),
                        left("Latest"),
                        left("Payload"),
                        right("Sequence"));
        Map<BankName, List<Entry>> banks =
                tag.entries().stream()
                        .collect(groupingBy(Entry::bank, LinkedHashMap::new, Collectors.toList()));
        banks.entrySet().stream()
                .limit(limit.most())
                .forEach(
                        bank -> {
                            Entry latest = bank.getValue().getLast();
                            table.row(
                                    bank.getKey().number(),
                                    bank.getKey().name(),
                                    bank.getValue().size(),
                                    latest.valid(),
                                    latest.payload().brief(),
                                    latest.sequence());
                        });
        table.print(out);
        limit.remark(out, banks.size(), "bank");
    }
}
