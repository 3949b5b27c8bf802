package tare.detectors.pixel.gain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tare.core.hash.Sha256;
import tare.decode.RawFile;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.vcal.ModuleVcal;

/// Calibrates FEDs from their dumps: frame, decode, accumulate, fit.
///
/// One FED is in memory at a time, about 400 MB for a full one.
public final class GainCalibration {
    private final GainSettings settings;
    private final ModuleVcal vcal;
    private final Workers workers;

    public GainCalibration(GainSettings settings, ModuleVcal vcal, Workers workers) {
        this.settings = settings;
        this.vcal = vcal;
        this.workers = workers;
    }

    /// Groups dumps by the FEDs that wrote them: the FED that the name says, unless blocks of
    /// several FEDs take turns.
    ///
    /// @param given the FED of all files, whatever they say
    /// @throws IOException if a file cannot be read, or names no cabled FED
    public static SortedMap<Integer, List<Path>> byFed(
            List<Path> dumps, OptionalInt given, Cabling cabling) throws IOException {
        var byFed = new TreeMap<Integer, List<Path>>();
        for (Path dump : dumps) {
            for (int fed : given.isPresent() ? Set.of(given.getAsInt()) : feds(dump, cabling)) {
                byFed.computeIfAbsent(fed, _ -> new ArrayList<>()).add(dump);
            }
        }
        return byFed;
    }

    private static Collection<Integer> feds(Path dump, Cabling cabling) throws IOException {
        try (RawFile file = RawFile.open(dump)) {
            SortedSet<Integer> feds = DumpIndex.feds(file, cabling.feds());
            OptionalInt named = DumpName.of(dump).fed();
            if (feds.size() > 1 || named.isEmpty()) {
                if (!feds.isEmpty()) return feds;
                throw new IOException(
                        dump
                                + ": no block names a FED of the cabling, which has "
                                + cabling.fedsInWords()
                                + "; give the right cabling or name the FED");
            }
            return Set.of(named.getAsInt());
        }
    }

    /// Calibrates one FED.
    ///
    /// @param dumps one or more, which together are one scan
    /// @param hits is told how many hits each step has decoded
    /// @throws IOException if a file cannot be read, has no block, or the FED is not cabled
    public FedGains calibrate(int fed, List<Path> dumps, LongConsumer hits) throws IOException {
        FedCabling cabling =
                settings.cabling()
                        .forFed(fed)
                        .orElseThrow(() -> new IOException(notCabled(fed, dumps)));
        var calibration =
                new FedCalibration(
                        cabling, settings.scan(), settings.cabling().geometry(), workers);
        var facts = new ArrayList<DumpFacts>();
        for (Path dump : dumps) {
            try (RawFile file = RawFile.open(dump)) {
                facts.add(add(file, calibration, hits));
            }
        }
        List<ModuleGains> modules = calibration.fit(settings.fit(), vcal, _ -> {});
        return new FedGains(
                fed,
                facts,
                modules,
                calibration.tally(),
                calibration.errors(),
                calibration.fate(),
                calibration.offPatternByModule());
    }

    private String notCabled(int fed, List<Path> dumps) {
        return dumps.getFirst()
                + ": the cabling has no FED "
                + fed
                + ", only "
                + settings.cabling().fedsInWords()
                + "; give the right cabling or name the FED";
    }

    private DumpFacts add(RawFile file, FedCalibration calibration, LongConsumer hits)
            throws IOException {
        Supplier<Sha256> digest = workers.start(file::sha256);
        DumpIndex index =
                DumpIndex.of(file, settings.counting())
                        .ofFed(calibration.cabling().fed(), settings.cabling().feds());
        EventNumbers events = calibration.add(index, settings.firstEvent(), hits);
        OptionalLong named = DumpName.of(file.path()).run();
        return new DumpFacts(
                file.path(),
                file.sizeBytes(),
                digest.get(),
                index.runWord().isPresent() ? index.runWord() : named,
                events,
                index.firstRefusedOffset());
    }
}
