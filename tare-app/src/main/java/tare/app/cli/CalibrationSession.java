package tare.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tare.conditions.store.Candidate;
import tare.conditions.store.Outcome;
import tare.core.bank.Header;
import tare.core.journal.Journal;
import tare.detectors.pixel.PixelBanks;
import tare.detectors.pixel.gain.FedGains;
import tare.detectors.pixel.gain.GainCalibration;
import tare.detectors.pixel.gain.GainLineage;
import tare.detectors.pixel.gain.GainPlots;
import tare.detectors.pixel.gain.GainReport;
import tare.detectors.pixel.gain.GainSettings;
import tare.detectors.pixel.gain.GainSummary;
import tare.detectors.pixel.gain.ModuleGains;
import tare.export.plot.PlotFile;
import tare.export.plot.Resolution;

/// The candidates of a run, calibrated FED by FED as the store asks for them, so that one FED is in
/// memory at a time; keeps the account meanwhile.
final class CalibrationSession implements Iterable<Candidate> {
    private final GainCalibration calibration;
    private final GainSettings settings;
    private final GainLineage lineage;
    private final SortedMap<Integer, List<Path>> byFed;
    private final Progress progress;
    private final Output output;
    private final @Nullable Path plots;
    private final Instant when;
    private final GainSummary summary = new GainSummary();
    private final List<Map<String, Object>> fedDocuments = new ArrayList<>();
    private long hits;

    /// @param when the moment that lineage and commit name
    CalibrationSession(
            GainCalibration calibration,
            GainSettings settings,
            GainLineage lineage,
            SortedMap<Integer, List<Path>> byFed,
            Progress progress,
            Output output,
            @Nullable Path plots,
            Instant when) {
        this.calibration = calibration;
        this.settings = settings;
        this.lineage = lineage;
        this.byFed = byFed;
        this.progress = progress;
        this.output = output;
        this.plots = plots;
        this.when = when;
    }

    @Override
    public Iterator<Candidate> iterator() {
        return byFed.entrySet().stream()
                .flatMap(fed -> candidates(fed.getKey(), fed.getValue()))
                .iterator();
    }

    private Stream<Candidate> candidates(int fed, List<Path> files) {
        try {
            FedGains gains = calibration.calibrate(fed, files, progress::add);
            Journal journal = lineage.journal(gains, settings, Program.author(), when);
            account(gains);
            return gains.modules().stream().map(module -> candidate(module, journal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Candidate candidate(ModuleGains module, Journal journal) {
        Header header = Header.of(settings.scan().repeat(), Map.of());
        return new Candidate(PixelBanks.of(module.module()), module.toBank(header, journal));
    }

    private void account(FedGains gains) throws IOException {
        hits += gains.fate().hits();
        gains.modules().forEach(summary::add);
        output.line("FED %d", gains.fed());
        GainReport.words(gains.tally()).forEach(line -> output.line("  %s", line));
        GainReport.remarks(gains).forEach(line -> output.line("  ! %s", line));
        fedDocuments.add(document(gains));
        if (plots != null) {
            for (ModuleGains module : gains.modules()) {
                PlotFile.writePng(
                        plots.resolve(module.module().name() + ".png"),
                        GainPlots.module(module),
                        Resolution.SCREEN);
            }
        }
    }

    private Map<String, Object> document(FedGains gains) {
        var document = new LinkedHashMap<String, Object>();
        document.put("fed", gains.fed());
        document.put(
                "modules",
                gains.modules().stream().map(m -> m.module().name().toString()).toList());
        document.put("words_read", gains.tally().wordsRead());
        document.put("words", gains.tally().nonZero());
        document.put("errors", gains.errors().nonZero());
        document.put("hits_counted", gains.fate().counted());
        document.put("hits_off_pattern", gains.fate().offPattern());
        document.put("hits_outside_scan", gains.fate().outsideScan());
        document.put("errors_by_module", byName(gains.errorsByModule()));
        document.put("hits_off_pattern_by_module", byName(gains.offPatternByModule()));
        document.put("remarks", GainReport.remarks(gains));
        return document;
    }

    private <V> Map<String, V> byName(Map<Integer, V> byIndex) {
        var byName = new LinkedHashMap<String, V>();
        byIndex.forEach(
                (module, value) ->
                        byName.put(
                                settings.cabling().geometry().module(module).name().toString(),
                                value));
        return byName;
    }

    /// Prints the summary of all FEDs and draws the distributions.
    void report() throws IOException {
        double seconds = progress.elapsed().toMillis() / 1e3;
        output.line("");
        GainReport.summary(summary, settings.fit()).forEach(line -> output.line("%s", line));
        output.line("");
        output.line(
                "%,d hits in %.1f s: %.1f million hits/s from file to constants",
                hits, seconds, hits / seconds / 1e6);
        if (plots != null) {
            PlotFile.writePng(
                    plots.resolve("distributions.png"),
                    GainPlots.distributions("Gain calibration", summary),
                    Resolution.SCREEN);
            output.line("Plots are in %s", plots);
        }
    }

    /// Says what became of it.
    ///
    /// @return the exit code
    int conclude(@Nullable Outcome outcome) {
        var document = new LinkedHashMap<String, Object>();
        document.put("feds", fedDocuments);
        document.put("pixels", summary.total().pixels());
        document.put("usable", summary.total().usable());
        int code = outcome == null ? Exit.DONE : Outcomes.print(outcome, output, document);
        output.document(document);
        return code;
    }
}
