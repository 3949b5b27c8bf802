package tare.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tare.detectors.pixel.lab.BenchFile;
import tare.detectors.pixel.lab.LabFile;
import tare.detectors.pixel.lab.LabRoc;
import tare.detectors.pixel.lab.RocFits;

/// Bench files read and fitted, ROC by ROC on all threads.
///
/// @param rocs by file, in the order of module and ROC
/// @param failures of files that could not be read
record LabFits(SortedMap<BenchFile, RocFits> rocs, List<IOException> failures) {
    static LabFits of(List<BenchFile> files, int threads) {
        var rocs = new ConcurrentSkipListMap<BenchFile, RocFits>();
        List<IOException> failures = Collections.synchronizedList(new ArrayList<>());
        long pixels = (long) files.size() * LabRoc.PIXELS;
        try (var workers = new ThreadWorkers(threads);
                var progress = Progress.of("fit", pixels, "pixels")) {
            workers.run(
                    files,
                    file -> {
                        try {
                            rocs.put(file, RocFits.of(file.roc(), LabFile.read(file.path())));
                        } catch (IOException e) {
                            failures.add(e);
                        }
                        progress.add(LabRoc.PIXELS);
                    });
        }
        return new LabFits(rocs, failures);
    }

    SortedMap<String, List<RocFits>> byModule() {
        var modules = new TreeMap<String, List<RocFits>>();
        rocs.forEach(
                (file, roc) ->
                        modules.computeIfAbsent(file.module(), _ -> new ArrayList<>()).add(roc));
        return modules;
    }

    /// The fits of the ROC that a file of the bench's own fits belongs to.
    RocFits roc(BenchFile fits) {
        return rocs.entrySet().stream()
                .filter(it -> it.getKey().place().equals(fits.place()))
                .map(it -> it.getValue())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        fits.path()
                                                + ": "
                                                + fits.place()
                                                + " is not among the scans; give its phCalibration file too"));
    }
}
