package tare.detectors.pixel.gain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tare.core.hash.Sha256;
import tare.core.work.Workers;
import tare.decode.RawFile;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.Counting;
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
            SortedSet<Integer> written = DumpIndex.feds(file);
            SortedSet<Integer> cabled = new TreeSet<>(written);
            cabled.retainAll(cabling.feds());
            OptionalInt named = DumpName.of(dump).fed();
            if (cabled.size() > 1) return cabled;
            if (named.isPresent()) {
                if (!written.isEmpty() && !written.contains(named.getAsInt())) {
                    throw new IOException(namedWrongly(dump, named.getAsInt(), written));
                }
                return Set.of(named.getAsInt());
            }
            if (!cabled.isEmpty()) return cabled;
            if (written.isEmpty()) throw new IOException(noBlock(file));
            throw new IOException(
                    dump
                            + ": no block names a FED of the cabling, which has "
                            + cabling.fedsInWords()
                            + "; give the right cabling or name the FED");
        }
    }

    private static String noBlock(RawFile file) {
        return file.path()
                + ": no FED block in "
                + file.sizeBytes()
                + " bytes; is it a front-end dump?";
    }

    /// With either number the constants could go to modules that did not give the hits.
    private static String namedWrongly(Path dump, int named, SortedSet<Integer> written) {
        return dump
                + ": its name says FED "
                + named
                + ", its blocks are of "
                + written
                + "; rename it or name the FED";
    }

    /// Calibrates one FED.
    ///
    /// @param dumps one or more, which together are one scan
    /// @param hits is told how many hits each step has decoded
    /// @throws IOException if a file cannot be read, has no block or is given twice, the FED is not
    ///     cabled, or most hits are not of this scan
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
                DumpFacts fact = add(file, calibration, hits);
                requireNew(fact, facts);
                facts.add(fact);
            } catch (InternalError e) {
                // So Java says that mapped bytes are no longer there.
                throw new IOException(
                        dump + ": became shorter or unreadable while it was read; is it complete?",
                        e);
            }
        }
        requireOfThisScan(dumps, calibration.fate());
        List<ModuleGains> modules = calibration.fit(settings.fit(), vcal, _ -> {});
        return new FedGains(
                fed,
                facts,
                calibration.coverage(),
                modules,
                calibration.tally(),
                calibration.errors(),
                calibration.errorsByModule(),
                calibration.fate(),
                calibration.offPatternByModule());
    }

    /// A dump counted twice would halve the variance of every mean.
    private static void requireNew(DumpFacts dump, List<DumpFacts> before) throws IOException {
        for (DumpFacts other : before) {
            if (!other.sha256().equals(dump.sha256())) continue;
            throw new IOException(
                    dump.path() + ": has the same content as " + other.path() + "; give it once");
        }
    }

    /// Hits tell which pixels were pulsed. If most of them disagree with the scan, so do the
    /// charges, which nothing else would show. The reference's counting is taken as it is.
    private void requireOfThisScan(List<Path> dumps, HitFate fate) throws IOException {
        long others = fate.offPattern() + fate.outsideScan();
        if (settings.counting() == Counting.AS_REFERENCE || others <= fate.counted()) return;
        throw new IOException(
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d hits are not of the pixels that the scan pulses at their event's number;"
                                + " check the scan settings and the number of the first event",
                        dumps.getFirst(),
                        others,
                        fate.hits()));
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
        DumpIndex whole = DumpIndex.of(file, settings.counting());
        SortedSet<Integer> others = whole.feds(settings.cabling().feds());
        if (others.size() > 1) requireExpected(file, others);
        int fed = calibration.cabling().fed();
        DumpIndex index = whole.ofFed(fed, settings.cabling().feds());
        if (index == whole) others.clear();
        others.remove(fed);
        EventNumbers events = calibration.add(index, settings.firstEvent(), hits);
        OptionalLong named = DumpName.of(file.path()).run();
        return new DumpFacts(
                file.path(),
                file.sizeBytes(),
                digest.get(),
                index.runWord().isPresent() ? index.runWord() : named,
                events,
                index.firstRefusedOffset(),
                others);
    }

    /// FEDs that [#byFed] did not see would be left out without a word.
    private static void requireExpected(RawFile file, SortedSet<Integer> written)
            throws IOException {
        SortedSet<Integer> unexpected = new TreeSet<>(written);
        unexpected.removeAll(DumpIndex.feds(file));
        if (unexpected.isEmpty()) return;
        throw new IOException(
                file.path()
                        + ": blocks of FEDs "
                        + unexpected
                        + " stand among those of "
                        + written
                        + " in too few places to be found beforehand; give each FED a file of its own");
    }
}
