package tare.app.cli;

import picocli.CommandLine.Option;

/// How much of a long list people want to see; machines get all of it.
final class LimitOption {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "Most rows to list as text, 0 for all; --json gives all. Default: ${DEFAULT-VALUE}.")
    private int limit;

    int most() {
        if (limit < 0) throw new IllegalArgumentException("--limit is 0 or more, got " + limit);
        return limit > 0 ? limit : Integer.MAX_VALUE;
    }

    /// Says what was left out.
    void remark(Output out, int all, String singular) {
        int more = all - most();
        if (more > 0) out.line("... and %s more; --limit 0 lists all", Words.count(more, singular));
    }
}
