package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import tare.export.plot.Page;
import tare.export.plot.PlotFile;
import tare.export.plot.Resolution;

/// A picture in the format that its file's name asks for.
final class Pictures {
    private Pictures() {}

    /// To be asked before the work whose result is drawn.
    ///
    /// @throws IllegalArgumentException if the ending is of no known format
    static void requireEnding(Path file) {
        if (!ends(file, ".png") && !ends(file, ".pdf")) {
            throw new IllegalArgumentException("--plot writes .png or .pdf, got " + file);
        }
    }

    /// @param resolution of a PNG; a PDF has none
    static void write(Path file, Page page, Resolution resolution) throws IOException {
        requireEnding(file);
        if (ends(file, ".pdf")) PlotFile.writePdf(file, page);
        else PlotFile.writePng(file, page, resolution);
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
