package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.history.BankChange;
import tare.conditions.history.FieldChange;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.time.Moment;
import tare.export.bank.BankPages;
import tare.export.plot.Page;

/// What is different.
@Command(
        name = "diff",
        description = {
            "Compares the constants of a tag at two runs, or those of two tags, channel by channel.",
            "Changes are later minus earlier, of channels that are usable in both."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions diff pixel-gain --run 323000 --to-run 323500",
            "  tare conditions diff pixel-gain BPix_BmI_SEC1_LYR1_LDR1F_MOD1 \\",
            "      --run 323000 --to-run 323500 --plot change.png",
            "  tare conditions diff pixel-gain --run 323500 --to-tag pixel-gain-strict"
        })
final class ConditionsDiff implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TAG", description = "Tag of the earlier constants.")
    private String tag;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BANK",
            description = "Only this bank, by name or number.")
    private @Nullable String bank;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "RUN",
            converter = MomentText.class,
            description = "Run of the earlier constants; RUN:LUMI or a UTC time if the tag wants.")
    private Moment run;

    @Option(
            names = "--to-run",
            paramLabel = "RUN",
            converter = MomentText.class,
            description = "Run of the later constants. Default: the same.")
    private @Nullable Moment toRun;

    @Option(
            names = "--to-tag",
            paramLabel = "TAG",
            description = "Tag of the later constants. Default: the same.")
    private @Nullable String toTag;

    @Mixin private PlotOption plot;
    @Mixin private LimitOption limit;
    @Mixin private AsOfOption asOf;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    private record Change(BankName bank, BankChange change) {}

    @Override
    public Integer call() throws IOException {
        try (ConditionsStore opened = store.open()) {
            long sequence = asOf.sequence(opened);
            Moment later = toRun == null ? run : toRun;
            TagIntervals from = TagIntervals.of(opened, tag, sequence, run);
            TagIntervals to = TagIntervals.of(opened, toTag == null ? tag : toTag, sequence, later);
            View before = opened.view(run, sequence);
            View after = opened.view(later, sequence);
            List<Entry> earlier = meant(from, run);
            List<Entry> now = meant(to, later);
            requireDrawable(now);
            out.line(
                    "From %s at %s to %s at %s, as of sequence %d",
                    from.name(), run, to.name(), later, sequence);
            compare(before, after, earlier, now);
        } finally {
            out.flush();
        }
        return Exit.DONE;
    }

    private List<Entry> meant(TagIntervals whole, Moment moment) {
        TagIntervals some = bank == null ? whole : whole.of(whole.bank(bank));
        List<Entry> valid = some.at(moment);
        if (!valid.isEmpty()) return valid;
        throw new MissingConditionsException(
                "no conditions in tag "
                        + whole.name()
                        + (bank == null ? "" : " for bank " + bank)
                        + " at "
                        + moment
                        + "; "
                        + some.nearest(moment));
    }

    private void compare(View before, View after, List<Entry> earlier, List<Entry> now)
            throws IOException {
        var changes = new ArrayList<Change>();
        var alike = 0;
        var unmatched = new ArrayList<String>();
        Supplier<Page> page = null;
        for (Entry entry : now) {
            Entry old = of(earlier, entry.bank());
            if (old == null) {
                unmatched.add(entry.bank().name());
            } else if (old.payload().equals(entry.payload())) {
                alike++;
            } else {
                Bank was = before.bank(old.tag(), old.bank().number()).bank();
                Bank is = after.bank(entry.tag(), entry.bank().number()).bank();
                changes.add(new Change(entry.bank(), BankChange.of(was, is)));
                page = () -> BankPages.difference("Change of " + entry.bank().name(), was, is);
            }
        }
        List<String> gone =
                earlier.stream()
                        .filter(old -> of(now, old.bank()) == null)
                        .map(old -> old.bank().name())
                        .toList();
        print(changes, alike, unmatched, gone);
        if (page != null) plot.draw(out, page);
        else if (plot.isGiven()) out.remark("nothing was drawn: nothing changed");
    }

    private static @Nullable Entry of(List<Entry> entries, BankName bank) {
        return entries.stream()
                .filter(entry -> entry.bank().isSameAs(bank))
                .findFirst()
                .orElse(null);
    }

    /// A picture is of one bank; asked before any is read.
    private void requireDrawable(List<Entry> entries) {
        if (plot.isGiven() && entries.size() > 1) {
            throw new IllegalArgumentException(
                    "which bank shall be drawn? Name it after the tag; "
                            + entries.size()
                            + " are valid");
        }
    }

    private void print(List<Change> changes, int alike, List<String> unmatched, List<String> gone) {
        out.line(
                "%s with the same payload, %s changed",
                Words.count(alike, "bank"), Words.count(changes.size(), "bank"));
        if (!unmatched.isEmpty()) out.line("Not valid before: %s", Words.some(unmatched));
        if (!gone.isEmpty()) out.line("Not valid any more: %s", Words.some(gone));
        if (!changes.isEmpty()) {
            out.line("");
            fields(changes).print(out);
            out.line("");
            banks(changes).print(out);
            limit.remark(out, changes.size(), "bank");
        }
        out.document(document(changes, alike, unmatched, gone));
    }

    private TextTable fields(List<Change> changes) {
        var table =
                new TextTable(
                        left("Field"),
                        left("Unit"),
                        right("Channels"),
                        right("Changed"),
                        right("Mean change"),
                        right("RMS"),
                        right("Largest"));
        for (FieldChange field : total(changes)) {
            boolean none = field.channels() == 0;
            table.row(
                    field.field().name(),
                    field.field().unit(),
                    String.format(Locale.ROOT, "%,d", field.channels()),
                    String.format(Locale.ROOT, "%,d", field.changed()),
                    none ? "-" : Words.number(field.mean()),
                    none ? "-" : Words.number(field.rms()),
                    none ? "-" : Words.number(field.largest()));
        }
        return table;
    }

    private static List<FieldChange> total(List<Change> changes) {
        var byName = new LinkedHashMap<String, FieldChange>();
        for (Change change : changes) {
            for (FieldChange field : change.change().fields()) {
                byName.merge(field.field().name(), field, FieldChange::plus);
            }
        }
        return List.copyOf(byName.values());
    }

    private TextTable banks(List<Change> changes) {
        var table =
                new TextTable(
                        right("Bank"),
                        left("Name"),
                        right("Flags"),
                        right("Lost"),
                        right("Recovered"),
                        left("Largest changes"));
        for (Change one : changes.subList(0, Math.min(limit.most(), changes.size()))) {
            table.row(
                    one.bank().number(),
                    one.bank().name(),
                    one.change().flags(),
                    one.change().lost(),
                    one.change().recovered(),
                    largest(one.change()));
        }
        return table;
    }

    private static String largest(BankChange change) {
        List<String> words =
                change.fields().stream()
                        .filter(field -> field.changed() > 0)
                        .limit(2)
                        .map(field -> field.field().name() + " " + Words.number(field.largest()))
                        .toList();
        return words.isEmpty() ? "none of values" : String.join(", ", words);
    }

    private Map<String, Object> document(
            List<Change> changes, int alike, List<String> unmatched, List<String> gone) {
        var document = new LinkedHashMap<String, Object>();
        document.put("store", store.url());
        document.put("same_payload", alike);
        document.put("not_valid_before", unmatched);
        document.put("not_valid_any_more", gone);
        document.put("fields", total(changes));
        document.put("banks", changes);
        return document;
    }
}
