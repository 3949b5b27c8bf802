package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.store.TypeChange;
import tare.conditions.store.Types;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Cut;
import tare.conditions.type.CutTable;
import tare.conditions.type.Subsystem;
import tare.conditions.type.TypeVersion;
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
            ConditionsType.Store.class,
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
            name = "store",
            description = {
                "Stores a type's next content: of a JSON file, or of a type that this program brings."
                        + " The name of a detector stores its definition and all its types that are"
                        + " missing.",
                "Exit code 1: refused; nothing was stored."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions type store pixel --bootstrap",
                "  tare conditions type store pixel-gain",
                "  tare conditions type store my-type.json --after 3"
            })
    static final class Store implements Callable<Integer> {
        @Parameters(
                paramLabel = "WHAT",
                description = "A detector or type of this program, or a JSON file.")
        private String what;

        @Option(
                names = "--after",
                paramLabel = "VERSION",
                description =
                        "Version that you have seen as the newest: refused if somebody was faster.")
        private @Nullable Integer after;

        @Option(
                names = "--bootstrap",
                description = "This is the first: of the detector, or of the type.")
        private boolean bootstrap;

        @Option(
                names = "--why",
                paramLabel = "TEXT",
                defaultValue = "",
                description = "A comment for the journal.")
        private String why = "";

        @Mixin private StoreOption store;
        @Mixin private Output out;

        @Override
        public Integer call() throws IOException {
            try (ConditionsStore opened = store.open()) {
                Optional<Subsystem> subsystem = Subsystems.named(what);
                return subsystem.isPresent()
                        ? store(opened, subsystem.get())
                        : store(opened, content());
            } finally {
                out.flush();
            }
        }

        private Authorisation granted() {
            Set<Role> roles = new HashSet<>(Set.of(Role.TYPES));
            if (bootstrap) roles.add(Role.BOOTSTRAP);
            return new Authorisation(roles);
        }

        private int store(ConditionsStore opened, Subsystem subsystem) {
            return Results.print(
                    opened.types().ensure(subsystem, Program.author(), granted()),
                    out,
                    added -> {
                        out.line(
                                added
                                        ? "Defined detector %s and its types, sequence %d."
                                        : "Nothing new: detector %s is defined, as of sequence %d.",
                                what,
                                opened.sequence());
                        out.document(Map.of("detector", what, "added", added));
                        return Exit.DONE;
                    });
        }

        private CalibrationType content() throws IOException {
            Optional<CalibrationType> known = Subsystems.type(what);
            if (known.isPresent()) return known.get();
            Path file = Path.of(what);
            if (Files.exists(file)) return CalibrationType.parse(Files.readString(file));
            throw new IllegalArgumentException(
                    what
                            + " is neither a file nor a type of this program: "
                            + Subsystems.typeNames());
        }

        private int store(ConditionsStore opened, CalibrationType content) {
            Optional<TypeVersion> newest =
                    opened.types().newest(content.name()).map(Types.Known::version);
            Optional<TypeVersion> seen =
                    after == null ? newest : Optional.of(new TypeVersion(content.name(), after));
            var change = new TypeChange(content, seen, Program.author(), why, granted());
            return Results.print(
                    opened.types().store(change),
                    out,
                    version -> {
                        boolean same = newest.filter(version::equals).isPresent();
                        out.line(
                                same ? "Nothing new: %s has this content." : "Stored type %s.",
                                version);
                        out.document(Map.of("type", version.name(), "version", version.version()));
                        return Exit.DONE;
                    });
        }
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
