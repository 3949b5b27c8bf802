package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Promotion;
import tare.conditions.store.References;
import tare.conditions.type.BankName;
import tare.core.time.Moment;

/// The banks that candidates are compared with.
@Command(
        name = "reference",
        description = {
            "Lists and promotes references: the banks that candidates of a type are compared with.",
            "Without one, candidates are compared with what is valid in their tag."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ConditionsReference.ListAll.class, ConditionsReference.Promote.class},
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions reference list",
            "  tare conditions reference promote pixel-gain --run 10981 --why \"after the repair\""
        })
final class ConditionsReference extends VerbGroup {
    private record Document(
            String type,
            int bank,
            String name,
            EntryDocument.At since,
            String payload,
            String tag,
            long sequence,
            boolean current) {
        static Document of(References.Promoted one) {
            return new Document(
                    one.type(),
                    one.bank().number(),
                    one.bank().name(),
                    EntryDocument.At.of(one.since()),
                    one.payload().hex(),
                    one.tag(),
                    one.sequence(),
                    one.current());
        }
    }

    @Command(
            name = "list",
            description = "Lists all promotions, superseded ones too.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions reference list",
                "  tare conditions reference list dirc-t0"
            })
    static final class ListAll implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "TYPE", description = "Only of this type.")
        private @Nullable String type;

        @Mixin private LimitOption limit;
        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                var all = new ArrayList<References.Promoted>();
                for (String name : type == null ? opened.references().types() : List.of(type)) {
                    all.addAll(opened.references().of(name));
                }
                print(all);
                out.document(Map.of("references", all.stream().map(Document::of).toList()));
            }
            out.flush();
            return Exit.DONE;
        }

        private void print(List<References.Promoted> all) {
            if (all.isEmpty()) {
                out.line("No references yet: candidates are compared with what is valid");
                return;
            }
            var table =
                    new TextTable(
                            left("Type"),
                            right("Bank"),
                            left("Name"),
                            left("Since"),
                            left("Payload"),
                            left("From tag"),
                            right("Sequence"),
                            left("State"));
            for (References.Promoted one : all.subList(0, Math.min(limit.most(), all.size()))) {
                table.row(
                        one.type(),
                        one.bank().number(),
                        one.bank().name(),
                        one.since(),
                        one.payload().brief(),
                        one.tag(),
                        one.sequence(),
                        one.current() ? "current" : "superseded");
            }
            table.print(out);
            limit.remark(out, all.size(), "promotion");
        }
    }

    @Command(
            name = "promote",
            description = {
                "Makes the banks that are valid in a tag at a run the reference from that run on.",
                "Exit code 1: refused, nothing is valid then."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions reference promote pixel-gain --run 10981 --why \"good run\"",
                "  tare conditions reference promote dirc-t0 --run 10981 --bank 3 --why \"new tubes\""
            })
    static final class Promote implements Callable<Integer> {
        @Parameters(paramLabel = "TAG", description = "The tag whose banks are promoted.")
        private String tag;

        @Option(
                names = "--run",
                paramLabel = "RUN",
                required = true,
                converter = MomentText.class,
                description = "Run, or RUN:LUMI, or a UTC time.")
        private Moment run;

        @Option(
                names = "--bank",
                paramLabel = "BANK",
                description = "Only this bank, by name or number; may be repeated. Default: all.")
        private List<String> banks = List.of();

        @Option(
                names = "--why",
                paramLabel = "TEXT",
                required = true,
                description = "A comment for the journal.")
        private String why = "";

        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                TagIntervals intervals = TagIntervals.of(opened, tag, opened.sequence());
                Set<Integer> numbers = new HashSet<>();
                for (String bank : banks) {
                    BankName name = intervals.bank(bank);
                    numbers.add(name.number());
                }
                var promotion = new Promotion(tag, run, numbers, Program.author(), why);
                return Results.print(opened.references().promote(promotion), out, this::print);
            } finally {
                out.flush();
            }
        }

        private int print(OptionalLong sequence) {
            if (sequence.isEmpty()) {
                out.line("Nothing new: these are the references from %s on already.", run);
                out.document(Map.of("outcome", "nothing new"));
            } else {
                out.line(
                        "Promoted: what is valid in tag %s at %s is the reference, sequence %d.",
                        tag, run, sequence.getAsLong());
                out.document(Map.of("outcome", "promoted", "sequence", sequence.getAsLong()));
            }
            return Exit.DONE;
        }
    }
}
