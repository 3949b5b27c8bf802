package tare.app.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import tare.core.journal.Author;

/// Who acts: the user, on this host, by this version.
final class Program {
    private Program() {}

    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static Author author() {
        return new Author(System.getProperty("user.name"), host() + " tare " + version());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }
}
