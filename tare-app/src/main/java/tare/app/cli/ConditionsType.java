package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.store.Types;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Cut;
import tare.conditions.type.CutTable;
import tools.jackson.databind.json.JsonMapper;

/// The calibration types of a store.
@Command(
        name = "type",
        description = {
            "Lists, shows, stores and retires calibration types: what banks must be like.",
            "Types are never removed, and a change is a new version at the time of the store."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            ConditionsType.ListAll.class,
            ConditionsType.Show.class,
            ConditionsTypeStore.class,
            ConditionsType.Retire.class
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions type list",
            "  tare conditions type show pixel-gain",
            "  tare conditions type store pixel --bootstrap",
            "  tare conditions type store my-type.json --after 3"
        })
final class ConditionsType extends VerbGroup {
    private record Document(
            String name,
            int version,
            String detector,
            boolean retired,
            String sha256,
            Object content) {
        static Document of(Types.Known type) {
            return new Document(
                    type.version().name(),
                    type.version().version(),
                    type.content().detector(),
                    type.retired(),
                    type.content().identity().hex(),
                    JsonMapper.shared().readTree(type.content().toJson()));
        }
    }

    @Command(
            name = "list",
            description = "Lists the types as they are now, and the detectors of the store.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  tare conditions type list")
    static final class ListAll implements Callable<Integer> {
        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                List<Types.Known> all = opened.types().all();
                var table =
                        new TextTable(
                                left("Type"),
                                right("Version"),
                                left("Detector"),
                                left("Layout"),
                                left("Axis"),
                                right("Cuts"),
                                left("State"));
                for (Types.Known type : all) {
                    table.row(
                            type.version().name(),
                            type.version().version(),
                            type.content().isOfDetector() ? type.content().detector() : "(bench)",
                            type.content().layout(),
                            type.content().axis(),
                            type.content().validation().cuts().size(),
                            type.retired() ? "retired" : "in use");
                }
                if (all.isEmpty()) out.line("No types yet in %s", store.url());
                else table.print(out);
                out.document(Map.of("types", all.stream().map(Document::of).toList()));
            }
            out.flush();
            return Exit.DONE;
        }
    }

    @Command(
            name = "show",
            description = "Shows the cuts of a type; --json shows its stored form.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions type show pixel-gain",
                "  tare conditions type show pixel-gain --json"
            })
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "TYPE", description = "Its name.")
        private String name;

        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() {
            try (ConditionsStore opened = store.open()) {
                Types.Known type = known(opened, name);
                CalibrationType content = type.content();
                out.line("Type      %s%s", type.version(), type.retired() ? ", retired" : "");
                out.line("Detector  %s", content.isOfDetector() ? content.detector() : "(bench)");
                out.line("Layout    %s", content.layout());
                content.dataLayer().ifPresent(shared -> out.line("Values    %s", shared));
                out.line("Ids       %s", content.idScheme().name());
                out.line("Axis      %s", content.axis());
                out.line("Policy    %s", content.policy());
                print("Validation", content.validation());
                print("Verification", content.verification());
                out.document(Document.of(type));
            }
            out.flush();
            return Exit.DONE;
        }

        private void print(String test, CutTable table) {
            out.line("%s: %s of a bank's channels may fail", test, table.limit());
            table.limitsOfBanks().forEach((bank, limit) -> out.line("  bank %d: %s", bank, limit));
            for (Cut cut : table.cuts()) {
                String bit = cut.publicBit() == Cut.NO_BIT ? "" : ", bit " + cut.publicBit();
                out.line("  %s%s", cut.check(), bit);
            }
        }
    }

    private static Types.Known known(ConditionsStore store, String name) {
        return store.types()
                .newest(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no type '"
                                                + name
                                                + "', only "
                                                + store.types().all().stream()
                                                        .map(it -> it.version().name())
                                                        .toList()));
    }

    @Command(
            name = "retire",
            description = "Ends a type: what is stored stays, nothing new comes.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  tare conditions type retire old-pedestal --why \"replaced by dirc-ped\"")
    static final class Retire implements Callable<Integer> {
        @Parameters(paramLabel = "TYPE", description = "Its name.")
        private String name;

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
                return Results.print(
                        opened.types()
                                .retire(name, Program.author(), why, Authorisation.of(Role.TYPES)),
                        out,
                        sequence -> {
                            out.line("Retired type %s, sequence %d.", name, sequence);
                            out.document(Map.of("type", name, "sequence", sequence));
                            return Exit.DONE;
                        });
            } finally {
                out.flush();
            }
        }
    }
}
