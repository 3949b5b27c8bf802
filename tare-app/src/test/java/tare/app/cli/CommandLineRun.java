package tare.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one call of the real command line printed and returned.
record CommandLineRun(int exit, String out, String err) {
    static CommandLineRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line =
                Tare.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
