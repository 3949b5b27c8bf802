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
import tare.conditions.view.Entry;
import tare.conditions.view.Resolved;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.time.Moment;

/// How the constants of a bank came to be.
@Command(
        name = "journal",
        description = {
            "Prints the journal of a bank: who did what, when, where and why, oldest first.",
            "For all its intervals, or for the one that holds at a run. Exit code 3: an entry was"
                    + " altered."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions journal pixel-gain BPix_BmI_SEC1_LYR1_LDR1F_MOD1",
            "  tare conditions journal dirc-t0 3 --run 10981 --json"
        })
final class ConditionsJournal implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TAG", description = "The bank's tag.")
    private String tag;

    @Parameters(index = "1", paramLabel = "BANK", description = "Name or number of the bank.")
    private String bank;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = MomentText.class,
            description = "Only what holds then. Default: all intervals.")
    private @Nullable Moment run;

    @Mixin private AsOfOption asOf;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    private record Document(
            EntryDocument entry, boolean intact, List<JournalText.Document> journal) {}

    @Override
    public Integer call() {
        try (ConditionsStore opened = store.open()) {
            long sequence = asOf.sequence(opened);
            TagIntervals all = TagIntervals.of(opened, tag, sequence);
            TagIntervals own = all.of(all.bank(bank));
            var documents = new ArrayList<Document>();
            for (Entry entry : run == null ? own.entries() : own.at(run)) {
                var since = new Moment(entry.valid().axis(), entry.valid().since());
                Resolved resolved =
                        opened.view(since, sequence).bank(entry.tag(), entry.bank().number());
                documents.add(print(entry, resolved.bank().journal()));
            }
            if (documents.isEmpty()) out.line("Nothing is valid");
            out.document(documents);
            boolean intact = documents.stream().allMatch(Document::intact);
            return !documents.isEmpty() && intact ? Exit.DONE : Exit.BROKEN_INPUT;
        } finally {
            out.flush();
        }
    }

    private Document print(Entry entry, Journal journal) {
        boolean intact = journal.firstBroken().isEmpty();
        out.line("%s %s %s%s", entry.tag(), entry.bank(), entry.valid(), intact ? "" : ": BROKEN");
        List<JournalEntry> entries = journal.entries();
        for (int i = 0; i < entries.size(); i++) {
            JournalText.print(out, Integer.toString(i + 1), entries.get(i));
        }
        out.line("");
        return new Document(
                EntryDocument.of(entry),
                intact,
                entries.stream().map(JournalText.Document::of).toList());
    }
}
