package tare.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A word that only groups verbs; alone it prints which there are.
abstract class VerbGroup implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public final void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
