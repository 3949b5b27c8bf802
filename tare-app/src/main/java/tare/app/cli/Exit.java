package tare.app.cli;

/// Exit codes, the same for every verb.
final class Exit {
    /// Done.
    static final int DONE = 0;

    /// Done, with a negative outcome: rejected, bad quality, some files failed.
    static final int NEGATIVE = 1;

    /// The command line makes no sense.
    static final int USAGE = 2;

    /// Input is missing, broken or damaged.
    static final int BROKEN_INPUT = 3;

    private Exit() {}
}
