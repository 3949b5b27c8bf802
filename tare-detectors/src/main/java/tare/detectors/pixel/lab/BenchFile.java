package tare.detectors.pixel.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the name of a bench file says: `P-A-3-15_phCalibration_C7.dat.gz` is ROC 7 of module
/// P-A-3-15. Without a prefix the module is the folder's name.
///
/// @param module as people write it
/// @param roc position in the module, 0..15
public record BenchFile(Path path, String module, int roc) implements Comparable<BenchFile> {
    private static final Pattern SCAN = named("phCalibration");
    private static final Pattern FIT = named("phCalibrationFit[A-Za-z]*[0-9]*");

    private static Pattern named(String kind) {
        return Pattern.compile("(.*?)[_-]?" + kind + "_C(\\d{1,2})\\.dat(\\.gz)?");
    }

    /// The pulse-height files among some files and folders, by module and ROC. Of a folder those
    /// are taken whose names fit; a file named outright has to.
    ///
    /// @throws IOException if there are none, a name does not fit, or a ROC comes twice
    public static List<BenchFile> scans(List<Path> paths) throws IOException {
        return files(paths, SCAN, "phCalibration_C<roc>.dat");
    }

    /// The same for files of the bench's own fits.
    public static List<BenchFile> fits(List<Path> paths) throws IOException {
        return files(paths, FIT, "phCalibrationFit<function>_C<roc>.dat");
    }

    private static List<BenchFile> files(List<Path> paths, Pattern pattern, String form)
            throws IOException {
        var files = new ArrayList<BenchFile>();
        for (Path path : paths) {
            if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
            if (Files.isDirectory(path)) {
                in(path).flatMap(it -> parse(it, pattern).stream()).forEach(files::add);
            } else {
                files.add(parse(path, pattern).orElseThrow(() -> misnamed(path, form)));
            }
        }
        if (files.isEmpty())
            throw new IOException("no file [module_]" + form + "[.gz] in " + paths);
        requireEachOnce(files);
        return files.stream().sorted().toList();
    }

    private static Stream<Path> in(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot list " + folder, e.getCause());
        }
    }

    private static IOException misnamed(Path path, String form) {
        return new IOException(
                path
                        + ": module and ROC are read from the name, which should be [module_]"
                        + form
                        + "[.gz]; rename the file");
    }

    private static Optional<BenchFile> parse(Path path, Pattern pattern) {
        Matcher name = pattern.matcher(String.valueOf(path.getFileName()));
        if (!name.matches() || Integer.parseInt(name.group(2)) >= LabRoc.ROCS) {
            return Optional.empty();
        }
        String prefix = name.group(1);
        String module = prefix.isEmpty() ? folder(path) : prefix;
        return Optional.of(new BenchFile(path, module, Integer.parseInt(name.group(2))));
    }

    private static String folder(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null
                ? "module"
                : folder.getFileName().toString();
    }

    private static void requireEachOnce(List<BenchFile> files) throws IOException {
        Map<String, Path> seen = new HashMap<>();
        for (BenchFile file : files) {
            Path other = seen.put(file.place(), file.path);
            if (other != null) {
                throw new IOException(
                        file.place() + " comes twice, as " + other + " and " + file.path);
            }
        }
    }

    /// `P-A-3-15 ROC 7`.
    public String place() {
        return module + " ROC " + roc;
    }

    @Override
    public int compareTo(BenchFile other) {
        int byModule = module.compareTo(other.module);
        return byModule != 0 ? byModule : Integer.compare(roc, other.roc);
    }
}
