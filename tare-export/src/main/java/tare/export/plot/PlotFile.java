package tare.export.plot;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import tare.export.file.WholeFile;

/// Pages as files. A file appears whole or not at all; one of that name is replaced.
public final class PlotFile {
    private PlotFile() {}

    /// A PNG for screens or a PDF, as the end of the file's name says.
    ///
    /// @throws IllegalArgumentException if it is neither `.png` nor `.pdf`
    public static void write(Path file, Page page) throws IOException {
        write(file, page, Resolution.SCREEN);
    }

    /// A PNG of some resolution or a PDF, as the end of the file's name says.
    ///
    /// @throws IllegalArgumentException if it is neither `.png` nor `.pdf`
    public static void write(Path file, Page page, Resolution resolution) throws IOException {
        requireFormat(file);
        if (ends(file, ".pdf")) writePdf(file, page);
        else writePng(file, page, resolution);
    }

    /// To be asked before long work whose result is to be drawn.
    ///
    /// @throws IllegalArgumentException if the name ends in neither `.png` nor `.pdf`
    public static void requireFormat(Path file) {
        if (ends(file, ".png") || ends(file, ".pdf")) return;
        throw new IllegalArgumentException(
                "a plot is a file that ends in .png or .pdf, got " + file);
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// A PNG of `page.width() x page.height()` points in the resolution's pixels.
    public static void writePng(Path file, Page page, Resolution resolution) throws IOException {
        BufferedImage image = image(page, resolution);
        WholeFile.write(file, out -> writePng(out, image));
    }

    /// A PDF of one page; lines and letters are vectors, the cells of a map one image.
    public static void writePdf(Path file, Page page) throws IOException {
        WholeFile.write(file, out -> writePdf(out, page));
    }

    static BufferedImage image(Page page, Resolution resolution) {
        int scale = resolution.pixelsPerPoint();
        var image =
                new BufferedImage(
                        page.width() * scale, page.height() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        PageDrawing.draw(g, page);
        g.dispose();
        return image;
    }

    private static void writePng(OutputStream out, BufferedImage image) throws IOException {
        try (var png = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", png)) {
                throw new IOException("this Java runtime has no PNG writer");
            }
        }
    }

    private static void writePdf(OutputStream out, Page page) throws IOException {
        try (var document = new PDDocument()) {
            var sheet = new PDPage(new PDRectangle(page.width(), page.height()));
            document.addPage(sheet);
            var g = new PdfBoxGraphics2D(document, page.width(), page.height());
            PageDrawing.draw(g, page);
            g.dispose();
            try (var content = new PDPageContentStream(document, sheet)) {
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        }
    }
}
