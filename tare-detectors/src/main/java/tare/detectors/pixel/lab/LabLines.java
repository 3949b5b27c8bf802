package tare.detectors.pixel.lab;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tare.detectors.pixel.geometry.RocPixel;

/// The frame that all bench files share: three header lines, an empty line, then one line per pixel
/// of a ROC that ends in `Pix <column> <row>`; plain text or gzip.
final class LabLines implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x8B1F;

    private final Path file;
    private final BufferedReader text;
    private final BitSet seen = new BitSet(LabRoc.PIXELS);
    private int line;

    private LabLines(Path file, BufferedReader text) {
        this.file = file;
        this.text = text;
    }

    static LabLines open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        InputStream in = new ByteArrayInputStream(bytes);
        // By content: files are renamed more often than they are packed.
        if (isGzip(bytes)) in = unpacked(file, in);
        return new LabLines(
                file, new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
    }

    private static InputStream unpacked(Path file, InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in);
        } catch (EOFException | ZipException e) {
            throw new LabFileException(
                    file, 1, "the packed data have no proper head; copy it again");
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8) == GZIP_MAGIC;
    }

    /// The next line.
    ///
    /// @param expected what it should be, for the message when the file ends
    String next(String expected) throws IOException {
        line++;
        @Nullable String read = read();
        if (read == null)
            throw error("the file ends where " + expected + " should be; measure again");
        return read;
    }

    private @Nullable String read() throws IOException {
        try {
            return text.readLine();
        } catch (EOFException | ZipException e) {
            throw error("the packed data break off or are damaged; copy the file again");
        }
    }

    /// A line that must be this text, spaces at its ends aside.
    void expect(String wanted) throws IOException {
        String read = next("'" + wanted + "'").strip();
        if (!read.equals(wanted)) throw error("expected '" + wanted + "', got '" + read + "'");
    }

    /// The whole numbers after a label.
    int[] numbersAfter(String label) throws IOException {
        String read = next("'" + label + "'");
        if (!read.startsWith(label)) throw error("expected '" + label + "', got '" + read + "'");
        String rest = read.substring(label.length()).strip();
        if (rest.isEmpty()) return new int[0];
        String[] words = words(rest);
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) numbers[i] = byteValue(words[i], "VCal");
        return numbers;
    }

    /// The words of the next pixel's line before `Pix`; [#pixel] tells the pixel.
    ///
    /// @param values how many there must be
    String[] pixelWords(int values) throws IOException {
        String[] words = words(next("one of " + LabRoc.PIXELS + " pixels"));
        if (words.length != values + 3 || !words[values].equals("Pix")) {
            throw error("expected " + values + " values, 'Pix', column and row");
        }
        return words;
    }

    /// The pixel a line speaks of; each may come once.
    int pixel(String[] words) throws LabFileException {
        int column = byteValue(words[words.length - 2], "column");
        int row = byteValue(words[words.length - 1], "row");
        if (column >= RocPixel.COLUMNS || row >= RocPixel.ROWS) {
            throw error("no pixel column " + column + " row " + row + ", a ROC has 52 times 80");
        }
        int pixel = LabRoc.pixel(column, row);
        if (seen.get(pixel)) {
            throw error("pixel column " + column + " row " + row + " stands twice in the file");
        }
        seen.set(pixel);
        return pixel;
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    int byteValue(String word, String name) throws LabFileException {
        try {
            int value = Integer.parseInt(word);
            if (value >= 0 && value <= 255) return value;
        } catch (NumberFormatException e) {
            // Falls through to the one message for whatever is not 0 to 255.
        }
        throw error(name + " must be a whole number 0..255, got '" + word + "'");
    }

    double realValue(String word) throws LabFileException {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) return value;
        } catch (NumberFormatException e) {
            // Falls through to the one message for whatever is not a finite number.
        }
        throw error("a fit parameter must be a finite number, got '" + word + "'");
    }

    /// Nothing but empty lines may follow.
    void expectEnd() throws IOException {
        for (String rest = read(); rest != null; rest = read()) {
            line++;
            if (!rest.isBlank()) {
                throw error("a ROC has " + LabRoc.PIXELS + " pixels, but the file goes on");
            }
        }
    }

    LabFileException error(String what) {
        return new LabFileException(file, line, what);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
