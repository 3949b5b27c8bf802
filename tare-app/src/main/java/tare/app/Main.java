package tare.app;

import tare.app.cli.Tare;

/// Starts the one command.
public final class Main {
    /// As for any input that cannot be dealt with.
    private static final int OUT_OF_MEMORY = 3;

    private Main() {}

    private static int run(String[] args) {
        try {
            return Tare.commandLine().execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println(
                    "tare: out of memory; give it more, for instance TARE_JAVA_OPTS=-Xmx4g tare …");
            return OUT_OF_MEMORY;
        }
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args));
    }
}
