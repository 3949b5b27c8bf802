package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tare.decode.RawFile;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingCsv;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.DumpRegion;
import tare.detectors.pixel.raw.WordExplainer;
import tare.detectors.pixel.raw.WordExplanation;

/// `tare pixel words`: explains words bit by bit, given as such or as a place in a dump.
@Command(
        name = "words",
        description = {
            "Explains front-end words bit by bit.",
            "Give words in hexadecimal (8 or 16 digits), or a dump file and a place in it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare pixel words 44c79865",
            "  tare pixel words 5000000100a4b500 a000004000001000",
            "  tare pixel words 44c79865 --cabling cabling.csv --fed 1205",
            "  tare pixel words run.dmp --event 17 --cabling cabling.csv",
            "  tare pixel words run.dmp --block 0",
            "  tare pixel words run.dmp --at 0x1a40 --count 8 --brief"
        })
final class WordsCommand implements Callable<Integer> {
    private static final Pattern WORD = Pattern.compile("(?:0[xX])?([0-9a-fA-F_]+)");
    private static final int DEFAULT_COUNT = 16;

    @Parameters(
            arity = "1..*",
            paramLabel = "WORD|FILE",
            description = "Words in hexadecimal, or one dump file.")
    private List<String> what = List.of();

    @ArgGroup private Place place = new Place();

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "At most N 64-bit words ; default the whole block or event, or 16 from a byte on.")
    private @Nullable Long count;

    @Option(
            names = "--cabling",
            paramLabel = "FILE",
            description = "Cabling table (CSV): hits come with module and pixel.")
    private @Nullable Path cablingFile;

    @Option(
            names = "--fed",
            paramLabel = "N",
            description = "FED of the words; a file says it itself.")
    private @Nullable Integer fed;

    @Option(names = "--brief", description = "One line per word, without its bits.")
    private boolean brief;

    @Mixin private Output output;

    /// Where in a file.
    private static final class Place {
        @Option(
                names = "--event",
                paramLabel = "N",
                description = "All blocks with this event number.")
        private @Nullable Integer event;

        @Option(
                names = "--block",
                paramLabel = "N",
                description = "The N-th block of the file, from 0.")
        private @Nullable Integer block;

        @Option(
                names = "--at",
                paramLabel = "BYTE",
                converter = ByteOffset.class,
                description = "From this byte of the file on, 6720 or 0x1a40; default 0.")
        private @Nullable Long at;
    }

    /// Decimal or hexadecimal.
    static final class ByteOffset implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.decode(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is no byte; give 6720 or 0x1a40");
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        if (count != null && count < 1) {
            throw new IllegalArgumentException("--count is 1 or more, got " + count);
        }
        WordsReport report = new WordsReport(output, brief);
        if (what.size() == 1 && (isFile() || !WORD.matcher(what.getFirst()).matches())) {
            explainFile(Path.of(what.getFirst()), report);
        } else {
            WordExplainer explainer = forWords();
            for (String text : what) words(text, explainer).forEach(report::word);
        }
        report.end();
        return Exit.DONE;
    }

    private boolean isFile() {
        return Files.exists(Path.of(what.getFirst()));
    }

    private WordExplainer forWords() throws IOException {
        if (place.event != null || place.block != null || place.at != null) {
            throw new IllegalArgumentException("--event, --block and --at need a dump file");
        }
        if (cablingFile == null) return WordExplainer.withoutCabling(PixelGeometry.phase1());
        if (fed == null) throw new IllegalArgumentException("--cabling needs --fed for bare words");
        Cabling cabling = cabling(cablingFile);
        int number = fed;
        return cabling.forFed(number)
                .map(it -> WordExplainer.of(cabling.geometry(), it))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no FED "
                                                + number
                                                + " in "
                                                + cablingFile
                                                + ", only "
                                                + cabling.fedsInWords()));
    }

    private static List<WordExplanation> words(String text, WordExplainer explainer) {
        var matcher = WORD.matcher(text);
        String digits = matcher.matches() ? matcher.group(1).replace("_", "") : "";
        return switch (digits.length()) {
            case 8 -> List.of(explainer.explain(Integer.parseUnsignedInt(digits, 16)));
            case 16 -> explainer.explain(Long.parseUnsignedLong(digits, 16));
            default ->
                    throw new IllegalArgumentException(
                            "a word has 8 or 16 hexadecimal digits, got '"
                                    + text
                                    + "'; one file can be explained at a time");
        };
    }

    private void explainFile(Path path, WordsReport report) throws IOException {
        IntFunction<WordExplainer> explainers = explainers();
        try (RawFile file = RawFile.open(path)) {
            if (file.sizeBytes() < Long.BYTES) {
                throw new IOException(
                        path + ": " + file.sizeBytes() + " bytes, less than one 64-bit word");
            }
            DumpIndex index = DumpIndex.of(file.bytes(), Counting.MENDED);
            if (index.size() == 0 && (place.block != null || place.event != null)) {
                throw new IOException(path + ": no complete block; look at its bytes with --at 0");
            }
            report.file(path, index);
            for (DumpRegion region : regions(index)) report.region(region, explainers);
        }
    }

    private IntFunction<WordExplainer> explainers() throws IOException {
        if (cablingFile == null) {
            WordExplainer explainer = WordExplainer.withoutCabling(PixelGeometry.phase1());
            return _ -> explainer;
        }
        IntFunction<WordExplainer> byFed = WordExplainer.byFed(cabling(cablingFile));
        return header -> byFed.apply(fed == null ? header : fed);
    }

    private static Cabling cabling(Path file) throws IOException {
        return CablingCsv.read(file, CablingScope.BENCH);
    }

    private List<DumpRegion> regions(DumpIndex index) {
        if (place.block != null) return List.of(cut(DumpRegion.ofBlock(index, place.block)));
        if (place.event == null) {
            long words = count == null ? DEFAULT_COUNT : count;
            return List.of(DumpRegion.ofBytes(index, place.at == null ? 0 : place.at, words));
        }
        List<DumpRegion> regions = new ArrayList<>(DumpRegion.ofEvent(index, place.event));
        if (regions.isEmpty()) {
            throw new IllegalArgumentException(
                    "no block has event number " + place.event + events(index));
        }
        regions.replaceAll(this::cut);
        return regions;
    }

    private static String events(DumpIndex index) {
        return "; the file's blocks have "
                + index.header(0).eventNumber()
                + " to "
                + index.header(index.size() - 1).eventNumber();
    }

    private DumpRegion cut(DumpRegion region) {
        return count == null ? region : region.first(count);
    }
}
