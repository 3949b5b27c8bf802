package tare.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.history.Commit;
import tare.conditions.history.History;
import tare.conditions.store.ConditionsStore;

/// Who stored what, when and why.
@Command(
        name = "log",
        description = "Lists commits, newest first: when, what, who, where, and why.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions log pixel-gain --limit 5",
            "  tare conditions log --verify      (exit code 3 if anything was altered)"
        })
final class ConditionsLog implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "TAG",
            description = "Only commits to this tag. Default: all.")
    private @Nullable String tag;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most commits to list, 0 for all. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--verify",
            description =
                    "Check the whole chain of commits by its hashes, and the rows each one wrote.")
    private boolean verify;

    @Mixin private StoreOption store;
    @Mixin private Output out;

    private record CommitDocument(long sequence, JournalText.Document entry) {
        static CommitDocument of(Commit commit) {
            return new CommitDocument(commit.sequence(), JournalText.Document.of(commit.entry()));
        }
    }

    /// @param chain null if it was not checked
    private record Document(
            String store, long sequence, List<CommitDocument> commits, @Nullable Chain chain) {}

    @Override
    public Integer call() {
        try (ConditionsStore opened = store.open()) {
            List<Commit> commits = commits(opened);
            Chain chain = verify ? Chain.of(opened) : null;
            print(opened.sequence(), commits, chain);
            return chain == null || chain.intact() ? Exit.DONE : Exit.BROKEN_INPUT;
        } finally {
            out.flush();
        }
    }

    private List<Commit> commits(ConditionsStore opened) {
        History history = opened.history();
        int most = limit > 0 ? limit : Integer.MAX_VALUE;
        if (tag == null) return history.log(most);
        return history.log(TagIntervals.of(opened, tag, opened.sequence()).name(), most);
    }

    private void print(long sequence, List<Commit> commits, @Nullable Chain chain) {
        for (Commit commit : commits) {
            JournalText.printBriefly(out, "Sequence " + commit.sequence(), commit.entry());
        }
        if (commits.isEmpty()) out.line("No commits yet in %s", store.url());
        if (limit > 0 && commits.size() == limit && commits.getLast().sequence() > 1) {
            out.line("The newest %s; --limit 0 lists all", Words.count(limit, "commit"));
        }
        if (chain != null) out.line("Checked: %s", chain.text());
        out.document(
                new Document(
                        store.url(),
                        sequence,
                        commits.stream().map(CommitDocument::of).toList(),
                        chain));
    }
}
