package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tare.detectors.pixel.lab.LabPlots;
import tare.detectors.pixel.lab.PixelExamples;
import tare.detectors.pixel.lab.RocFits;
import tare.export.plot.Page;
import tare.export.plot.PlotFile;
import tare.export.plot.Resolution;

/// Files with pictures of bench results.
final class LabPictures {
    private LabPictures() {}

    /// Writes the pictures of every module into a folder, which is made if it is missing.
    static void write(Path folder, LabFits results, Output output) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<RocFits>> module : results.byModule().entrySet()) {
            write(folder, module.getKey(), module.getValue());
        }
        output.line("Plots are in %s", folder);
    }

    private static void write(Path folder, String module, List<RocFits> rocs) throws IOException {
        LabPlots plots = new LabPlots(module, rocs);
        write(folder.resolve(module + "-maps.png"), plots.maps());
        write(folder.resolve(module + "-distributions.png"), plots.distributions());
        for (Page page : new PixelExamples(module, rocs).pages()) {
            write(folder.resolve(module + "-pixels.png"), page);
        }
    }

    private static void write(Path file, Page page) throws IOException {
        PlotFile.writePng(file, page, Resolution.SCREEN);
    }
}
