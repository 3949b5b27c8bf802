package tare.app;

import tare.app.cli.Tare;

/// Starts the one command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(Tare.commandLine().execute(args));
    }
}
