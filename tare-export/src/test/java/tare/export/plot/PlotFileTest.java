package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotFileTest {
    private static final Plot MAP =
            new DetectorMap("A map", PlotAxis.of("gain", "e/ADC"), Grid.of(2, 2, 1, 2, 3, 4));
    private static final Plot GRAPH =
            Graph.of("A graph", PlotAxis.of("x", "1"), PlotAxis.of("y", "1"))
                    .with(
                            new Curve(
                                    "line",
                                    LineStyle.DASH_DOT,
                                    List.of(new XY(0, 0), new XY(1, 1))));
    private static final Page PAGE =
            Page.of("A page", 900, Page.Row.of(300, MAP), Page.Row.of(250, GRAPH, GRAPH, MAP));

    @TempDir Path folder;

    @Test
    void aPngHasThePagesSizeTimesTheResolution() throws IOException {
        for (Resolution resolution : Resolution.values()) {
            Path file = folder.resolve("page.png");
            PlotFile.writePng(file, PAGE, resolution);
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image.getWidth()).isEqualTo(900 * resolution.pixelsPerPoint());
            assertThat(image.getHeight())
                    .isEqualTo((Page.TITLE_HEIGHT + 550) * resolution.pixelsPerPoint());
        }
    }

    @Test
    void everyPlotOfAPageIsInItsPlace() {
        BufferedImage image = PlotFile.image(PAGE, Resolution.SCREEN);
        int top = Page.TITLE_HEIGHT + 300;
        assertThat(ink(image, 0, 0, 900, Page.TITLE_HEIGHT)).isGreaterThan(0.005);
        assertThat(ink(image, 0, Page.TITLE_HEIGHT, 900, 300)).isGreaterThan(0.3);
        assertThat(ink(image, 0, top, 300, 250)).isBetween(0.01, 0.3);
        assertThat(ink(image, 300, top, 300, 250)).isBetween(0.01, 0.3);
        assertThat(ink(image, 600, top, 300, 250)).isGreaterThan(0.3);
    }

    @Test
    void aPdfShowsWhatThePngShows() throws IOException {
        Path file = folder.resolve("page.pdf");
        PlotFile.writePdf(file, PAGE);
        try (var document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(900);
            BufferedImage pdf = new PDFRenderer(document).renderImage(0);
            BufferedImage png = PlotFile.image(PAGE, Resolution.SCREEN);
            assertThat(ink(pdf, 0, 0, 900, 590))
                    .isBetween(0.9 * ink(png, 0, 0, 900, 590), 1.1 * ink(png, 0, 0, 900, 590));
            int different = 0;
            for (int y = 60; y < 300; y += 7) {
                for (int x = 60; x < 800; x += 7) {
                    if (Canvas.distance(pdf.getRGB(x, y), png.getRGB(x, y)) > 60) different++;
                }
            }
            assertThat(different).isLessThan(100);
        }
    }

    @Test
    void aFailedFileLeavesNothing() {
        Path nowhere = folder.resolve("nowhere").resolve("a.png");
        assertThatThrownBy(() -> PlotFile.writePng(nowhere, PAGE, Resolution.SCREEN))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("create it first");
        assertThat(folder).isEmptyDirectory();
    }

    private static double ink(BufferedImage image, int left, int top, int width, int height) {
        int dark = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                if (Canvas.distance(image.getRGB(x, y), Canvas.WHITE) > 60) dark++;
            }
        }
        return (double) dark / (width * height);
    }
}
