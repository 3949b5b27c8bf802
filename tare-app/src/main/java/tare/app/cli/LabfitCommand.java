package tare.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.detectors.pixel.lab.BenchComparison;
import tare.detectors.pixel.lab.BenchFile;
import tare.detectors.pixel.lab.LabCsv;
import tare.detectors.pixel.lab.LabFitFile;
import tare.detectors.pixel.lab.LabReport;
import tare.detectors.pixel.lab.ModuleSummary;
import tare.detectors.pixel.lab.RocCurves;
import tare.detectors.pixel.lab.RocFits;
import tare.export.file.WholeFile;

/// `tare pixel labfit`: single modules measured on a bench.
@Command(
        name = "labfit",
        description = {
            "Fits the pulse heights of modules measured on a bench.",
            "Reads [module_]phCalibration_C<roc>.dat, plain or gzip, and fits every pixel with the"
                    + " straight line of production, an error function and a hyperbolic tangent."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all files were fitted",
            "1:some files are broken; the others were fitted",
            "2:the command line makes no sense",
            "3:no file could be read"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare pixel labfit bench/M1234",
            "  tare pixel labfit bench/M1234 --plots plots --csv pixels.csv",
            "  tare pixel labfit M1234_phCalibration_C0.dat.gz \\",
            "      --compare M1234_phCalibrationFitErr35_C0.dat.gz"
        })
final class LabfitCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "Bench files or folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--compare",
            arity = "1..*",
            paramLabel = "FITFILE",
            description = "The bench's own fits, [module_]phCalibrationFit<function>_C<roc>.dat.")
    private List<Path> benchFits = List.of();

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Write maps, distributions and example pixels here, as PNG.")
    private @Nullable Path plots;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a row per pixel.")
    private @Nullable Path csv;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; default all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        List<BenchFile> files = BenchFile.scans(paths);
        List<BenchFile> fits = benchFits.isEmpty() ? List.of() : BenchFile.fits(benchFits);
        LabFits results = LabFits.of(files, threads);
        results.failures()
                .forEach(it -> output.remark("tare: %s", String.valueOf(it.getMessage())));
        if (results.rocs().isEmpty()) return Exit.BROKEN_INPUT;
        var document = new LinkedHashMap<String, Object>();
        document.put("modules", report(results));
        if (!fits.isEmpty()) document.put("comparisons", compare(fits, results));
        if (csv != null) write(csv, results);
        if (plots != null) LabPictures.write(plots, results, output);
        output.document(document);
        output.flush();
        return results.failures().isEmpty() ? Exit.DONE : Exit.NEGATIVE;
    }

    private List<ModuleSummary> report(LabFits results) {
        var summaries = new ArrayList<ModuleSummary>();
        results.byModule()
                .forEach(
                        (module, rocs) -> {
                            ModuleSummary summary = ModuleSummary.of(module, rocs);
                            LabReport.lines(summary).forEach(line -> output.line("%s", line));
                            output.line("");
                            summaries.add(summary);
                        });
        return summaries;
    }

    private List<Map<String, Object>> compare(List<BenchFile> fits, LabFits results)
            throws IOException {
        var comparisons = new ArrayList<Map<String, Object>>();
        for (BenchFile file : fits) {
            RocFits ours = results.roc(file);
            RocCurves bench = LabFitFile.read(file.path());
            BenchComparison comparison = BenchComparison.of(ours, bench);
            LabReport.lines(file.place(), bench.family(), comparison)
                    .forEach(line -> output.line("%s", line));
            output.line("");
            comparisons.add(
                    Map.of(
                            "module", file.module(),
                            "roc", file.roc(),
                            "function", bench.family().formula(),
                            "agreement", comparison));
        }
        return comparisons;
    }

    private void write(Path file, LabFits results) throws IOException {
        WholeFile.write(
                file,
                out -> {
                    var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    var table = new LabCsv(text);
                    results.rocs().forEach((bench, roc) -> table.add(bench.module(), roc));
                    table.flush();
                    text.flush();
                });
        output.line("Every pixel is in %s", file);
    }
}
