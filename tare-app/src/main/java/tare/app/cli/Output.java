package tare.app.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a verb's results go: lines for people, or one JSON document for machines.
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    /// Whether a machine reads.
    boolean isJson() {
        return json;
    }

    /// A line of text for people; nothing if a machine reads.
    @FormatMethod
    void line(String format, Object... arguments) {
        if (!json) writer().println(String.format(Locale.ROOT, format, arguments));
    }

    /// A remark that belongs to no result, on standard error.
    @FormatMethod
    void remark(String format, Object... arguments) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(Locale.ROOT, format, arguments));
        err.flush();
    }

    /// The document for a machine; nothing if people read.
    void document(Object value) {
        if (!json) return;
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        writer().println(mapper.writeValueAsString(value));
    }

    void flush() {
        writer().flush();
    }

    /// Where results are printed.
    PrintWriter writer() {
        return spec.commandLine().getOut();
    }
}
