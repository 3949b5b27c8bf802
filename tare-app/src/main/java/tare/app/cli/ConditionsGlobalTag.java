package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.ConditionsStore;
import tare.conditions.view.GlobalTag;
import tare.conditions.view.GlobalView;
import tare.conditions.view.MissingConditionsException;
import tare.core.time.Moment;

/// Tags that belong together.
@Command(
        name = "global-tag",
        description = {
            "Creates, lists, shows and resolves global tags: sets of tags that belong together, each"
                    + " under a label. They are never changed."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            ConditionsGlobalTag.Create.class,
            ConditionsGlobalTag.ListAll.class,
            ConditionsGlobalTag.Show.class,
            ConditionsGlobalTag.Resolve.class
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions global-tag create summer26 gain=pixel-gain vcal=pixel-vcal",
            "  tare conditions global-tag resolve summer26 10981"
        })
final class ConditionsGlobalTag extends VerbGroup {
    private record Document(String name, String axis, Map<String, String> tags) {
        static Document of(GlobalTag one) {
            return new Document(one.name(), one.axis().name(), one.tags());
        }
    }

    @Command(
            name = "create",
            description = {
                "Binds tags together. The same again changes nothing; other tags need another name."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  tare conditions global-tag create summer26 gain=pixel-gain vcal=pixel-vcal")
    static final class Create implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
        private String name;

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "LABEL=TAG",
                description = "Tags, each under the label by which jobs ask for it.")
        private Map<String, String> tags = new LinkedHashMap<>();

        @Option(
                names = "--why",
                paramLabel = "TEXT",
                defaultValue = "",
                description = "A comment for the journal.")
        private String why = "";

        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                return Results.print(
                        opened.globalTags().create(name, tags, Program.author(), why),
                        out,
                        sequence -> {
                            out.line("Global tag %s binds %s, sequence %d.", name, tags, sequence);
                            out.document(Map.of("name", name, "sequence", sequence));
                            return Exit.DONE;
                        });
            } finally {
                out.flush();
            }
        }
    }

    @Command(
            name = "list",
            description = "Lists the global tags.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  tare conditions global-tag list")
    static final class ListAll implements Callable<Integer> {
        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                List<GlobalTag> all = opened.globalTags().all();
                var table = new TextTable(left("Global tag"), left("Axis"), right("Tags"));
                all.forEach(one -> table.row(one.name(), one.axis(), one.tags().size()));
                if (all.isEmpty()) out.line("No global tags yet in %s", store.url());
                else table.print(out);
                out.document(Map.of("globalTags", all.stream().map(Document::of).toList()));
            }
            out.flush();
            return Exit.DONE;
        }
    }

    @Command(
            name = "show",
            description = "Shows the tags of a global tag under their labels.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  tare conditions global-tag show summer26")
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name;

        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                GlobalTag found =
                        opened.globalTags()
                                .named(name)
                                .orElseThrow(
                                        () ->
                                                new MissingConditionsException(
                                                        "no global tag '" + name + "'"));
                var table = new TextTable(left("Label"), left("Tag"));
                found.tags().forEach(table::row);
                table.print(out);
                out.document(Document.of(found));
            }
            out.flush();
            return Exit.DONE;
        }
    }

    @Command(
            name = "resolve",
            description = {
                "Tells everything that is valid at a run under a global tag, and its fingerprint:"
                        + " one hash for the constants that a job at this run uses."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions global-tag resolve summer26 10981",
                "  tare conditions global-tag resolve summer26 10981 --as-of 12 --json"
            })
    static final class Resolve implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME", description = "The global tag.")
        private String name;

        @Parameters(
                index = "1",
                paramLabel = "RUN",
                converter = MomentText.class,
                description = "Run, or RUN:LUMI, or a UTC time.")
        private Moment run;

        @Mixin private AsOfOption asOf;
        @Mixin private LimitOption limit;
        @Mixin private StoreOption store;
        @Mixin private Output out;

        private static String tagOf(GlobalView view, String label) {
            return String.valueOf(view.globalTag().tags().get(label));
        }

        private record Resolved(
                String name,
                EntryDocument.At at,
                long sequence,
                String fingerprint,
                Map<String, List<EntryDocument>> entries) {}

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                GlobalView view = opened.view(name, run, asOf.sequence(opened));
                out.line(
                        "Global tag %s at %s, as of sequence %d",
                        view.globalTag().name(), run, view.sequence());
                out.line("Fingerprint %s", view.fingerprint());
                var documents = new LinkedHashMap<String, List<EntryDocument>>();
                var empty = new ArrayList<String>();
                view.entries()
                        .forEach(
                                (label, entries) -> {
                                    out.line("");
                                    out.line("%s: tag %s", label, tagOf(view, label));
                                    if (entries.isEmpty()) empty.add(label);
                                    else EntryTable.print(out, entries, "bank", limit);
                                    documents.put(
                                            label,
                                            entries.stream().map(EntryDocument::of).toList());
                                });
                if (!empty.isEmpty()) out.line("NOTHING is valid under: %s", Words.some(empty));
                out.document(
                        new Resolved(
                                view.globalTag().name(),
                                EntryDocument.At.of(run),
                                view.sequence(),
                                view.fingerprint().toString(),
                                documents));
                return empty.isEmpty() ? Exit.DONE : Exit.BROKEN_INPUT;
            } finally {
                out.flush();
            }
        }
    }
}
