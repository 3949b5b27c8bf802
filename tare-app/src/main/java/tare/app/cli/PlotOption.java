package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tare.export.plot.Page;
import tare.export.plot.PlotFile;

/// A picture beside a verb's text.
final class PlotOption {
    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also draw it, as .png or .pdf; replaces the file.")
    private @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /// Draws the page if a file was given, and says so.
    void draw(Output out, Supplier<Page> page) throws IOException {
        if (file == null) return;
        PlotFile.write(file, page.get());
        out.line("");
        out.line("Drawn in %s", file);
    }
}
