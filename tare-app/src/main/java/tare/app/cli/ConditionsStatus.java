package tare.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Types;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.StatusMerge;
import tare.conditions.view.Entry;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.time.Moment;

/// The general status of a detector's channels.
@Command(
        name = "status",
        description = "Merges the flags of a detector's types into its general status.",
        mixinStandardHelpOptions = true,
        subcommands = ConditionsStatus.Merge.class,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions status merge dirc-status --type dirc-status --run 10981 \\",
            "      --from dirc-ped --from dirc-t0 --dry-run"
        })
final class ConditionsStatus extends VerbGroup {
    @Command(
            name = "merge",
            description = {
                "Merges the flags that are valid at a run in some tags into the general status, by"
                        + " the rules of the status type; the worst counts.",
                "With --dry-run it only tells what would change."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = {
                "  tare conditions status merge dirc-status --type dirc-status --run 10981 \\",
                "      --from dirc-ped --from dirc-t0 --dry-run"
            })
    static final class Merge implements Callable<Integer> {
        private static final int MOST_CHANGES = 20;

        @Parameters(paramLabel = "TAG", description = "Tag of the status.")
        private String tag;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                required = true,
                description = "The status type, whose rules merge.")
        private String typeName = "";

        @Option(
                names = "--run",
                paramLabel = "RUN",
                required = true,
                converter = MomentText.class,
                description = "Run from which the status is to hold; RUN:LUMI or a UTC time.")
        private Moment run;

        @Option(
                names = "--from",
                paramLabel = "TAG",
                required = true,
                description = "Tag whose flags are merged; repeat it.")
        private List<String> from = List.of();

        @Option(names = "--dry-run", description = "Tell what would change; store nothing.")
        private boolean dryRun;

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
                Instant now = Instant.now();
                CalibrationType type = type(opened);
                List<Candidate> merged = merged(opened.view(run), type, now);
                var document = new LinkedHashMap<String, Object>();
                List<String> changes = changes(opened, merged);
                print(changes);
                document.put("changes", changes);
                int code = dryRun ? Exit.DONE : submit(opened, type, merged, now, document);
                out.document(document);
                return code;
            } finally {
                out.flush();
            }
        }

        private CalibrationType type(ConditionsStore opened) {
            return opened.types()
                    .newest(typeName)
                    .map(Types.Known::content)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "the store has no type '" + typeName + "'"));
        }

        private List<Candidate> merged(View view, CalibrationType type, Instant now) {
            Comparator<BankName> byNumber = Comparator.comparingInt(BankName::number);
            var banks = new TreeMap<BankName, Map<String, Bank>>(byNumber);
            for (String one : from) {
                for (Entry entry : view.entries(one)) {
                    if (entry.bank().isDataLayer()) continue; // its rows are no channels
                    int number = entry.bank().number();
                    banks.computeIfAbsent(entry.bank(), _ -> new TreeMap<>())
                            .put(entry.type().name(), view.bank(one, number).bank());
                }
            }
            var candidates = new ArrayList<Candidate>();
            banks.forEach(
                    (name, byType) -> {
                        Bank any = byType.values().iterator().next();
                        var ids = new StatusMerge.BankIds(any.idScheme(), any.ids().toIntArray());
                        Bank status =
                                new StatusMerge(type)
                                        .merged(ids, byType, now, Program.author(), why);
                        candidates.add(new Candidate(name, status));
                    });
            return candidates;
        }

        private List<String> changes(ConditionsStore opened, List<Candidate> merged) {
            var changes = new ArrayList<String>();
            for (Candidate one : merged) {
                StatusMerge.changes(before(opened, one.name()), one.content())
                        .forEach(change -> changes.add(change.toString()));
            }
            return changes;
        }

        private @Nullable Bank before(ConditionsStore opened, BankName name) {
            return opened.view(run).entries().stream()
                    .filter(entry -> entry.tag().equalsIgnoreCase(tag))
                    .filter(entry -> entry.bank().number() == name.number())
                    .findFirst()
                    .map(entry -> opened.view(run).bank(tag, name.number()).bank())
                    .orElse(null);
        }

        private void print(List<String> changes) {
            out.line(
                    "%s change%s",
                    Words.count(changes.size(), "channel"), dryRun ? " (dry run)" : "");
            changes.stream().limit(MOST_CHANGES).forEach(change -> out.line("  %s", change));
            if (changes.size() > MOST_CHANGES) {
                out.line("  and %d more; --json has them all", changes.size() - MOST_CHANGES);
            }
        }

        private int submit(
                ConditionsStore opened,
                CalibrationType type,
                List<Candidate> merged,
                Instant now,
                Map<String, Object> document) {
            if (merged.isEmpty()) {
                throw new IllegalArgumentException("nothing is valid at " + run + " in " + from);
            }
            var campaign =
                    new Campaign(
                            tag, type, run, merged, Optional.empty(), Program.author(), why, now);
            return Outcomes.print(opened.submit(campaign), out, document);
        }
    }
}
