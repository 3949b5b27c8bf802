package tare.detectors.dirc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.fit.MomentsFit;
import tare.calibrate.fit.SumColumns;
import tare.conditions.store.Candidate;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.work.Workers;
import tare.decode.RawFile;
import tare.decode.Tally;

/// The T0 calibration: TDC files of flasher runs are added, then every tube has a mean time, a
/// spread and a number of samples.
///
/// T0 is the mean of all times of a tube, without a cut: a tube whose times do not look like one
/// peak shows by its spread. A tube without any time is dead, if there were flashes enough. Samples
/// differ in number because the flasher lights tubes at random. One thread; of no further use after
/// an exception.
public final class T0Calibration {
    private static final MomentsFit FIT = new MomentsFit("ns");

    /// A tube that answers none of so many flashes is dead: of those that are lit least, 15 %, one
    /// in 10¹⁴ would be silent by chance.
    private static final int MANY_FLASHES = 200;

    private final DircDetector detector;
    private final Sums sums;
    private final long[] framesOfCrate = new long[DircFrame.CRATES];
    private final Tally<DircWordKind> tally = new Tally<>(DircWordKind.class);
    private final List<TdcFacts> files = new ArrayList<>();

    public T0Calibration(DircDetector detector) {
        this.detector = detector;
        sums = new Sums(detector.map().size());
    }

    /// Decodes a file and adds its times.
    ///
    /// @throws IOException if it cannot be read, has no whole frame or the content of one before,
    ///     or if most of its hits are of TDC channels without a tube
    public void add(Path path) throws IOException {
        try (RawFile file = RawFile.open(path)) {
            Sha256 sha256 = file.sha256();
            requireNew(path, sha256);
            DircIndex index = DircIndex.of(file);
            var times = new FlashTimes(index, detector.map());
            times.forEach(sums);
            requireOfThisSetup(path, times.tally());
            for (int block = 0; block < index.size(); block++) framesOfCrate[index.crate(block)]++;
            tally.merge(index.framing());
            tally.merge(times.tally());
            files.add(facts(file, sha256, index));
        } catch (InternalError e) {
            // So Java says that mapped bytes are no longer there.
            throw new IOException(
                    path + ": became shorter or unreadable while it was read; is it complete?", e);
        }
    }

    private static TdcFacts facts(RawFile file, Sha256 sha256, DircIndex index) {
        long[] flashes = IntStream.range(0, index.size()).mapToLong(index::flash).toArray();
        return new TdcFacts(
                file.path(),
                file.sizeBytes(),
                sha256,
                index.size(),
                Arrays.stream(flashes).min().orElseThrow(),
                Arrays.stream(flashes).max().orElseThrow(),
                index.firstRefusedOffset());
    }

    /// Times counted twice would make errors too small.
    private void requireNew(Path path, Sha256 sha256) throws IOException {
        for (TdcFacts other : files) {
            if (!other.sha256().equals(sha256)) continue;
            throw new IOException(
                    path + ": has the same content as " + other.path() + "; give it once");
        }
    }

    private void requireOfThisSetup(Path path, Tally<DircWordKind> words) throws IOException {
        long uncabled = words.count(DircWordKind.UNCABLED);
        if (uncabled <= words.count(DircWordKind.HIT)) return;
        throw new IOException(
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d hits are of TDC channels without a tube in a setup of %d sectors"
                                + " with %d modules; give the right setup",
                        path,
                        uncabled,
                        uncabled + words.count(DircWordKind.HIT),
                        detector.setup().sectors(),
                        detector.setup().modules()));
    }

    /// The constants of what was added so far, a candidate per sector.
    ///
    /// @param when passed in: no clock is read here
    public List<Candidate> candidates(Author author, Instant when) {
        Journal journal = T0Lineage.journal(this, author, when);
        return IntStream.range(0, detector.setup().sectors())
                .mapToObj(sector -> candidate(sector, journal))
                .toList();
    }

    private Candidate candidate(int sector, Journal journal) {
        SystemDefinition system = detector.system();
        int[] ids = system.channelIds(sector).toIntArray();
        var bank = BankBuilder.of(FIT.layout(), DircMap.TUBES, ids);
        FIT.fit(sumsOf(sector), bank, Workers.onCallingThread());
        long flashes = framesOfCrate[DircMap.crate(sector)];
        if (flashes >= MANY_FLASHES) markDead(bank);
        bank.header(Header.of(flashes, Map.of()));
        return new Candidate(system.bank(sector).orElseThrow(), bank.freeze(journal));
    }

    private static void markDead(BankBuilder bank) {
        int[] n = bank.ints("n");
        int[] flags = bank.flags();
        for (int row = 0; row < n.length; row++) {
            if (n[row] == 0) flags[row] = DircBit.silent(flags[row]);
        }
    }

    private SumColumns sumsOf(int sector) {
        int tubes = detector.setup().tubesOfSector();
        int first = sector * tubes;
        long[] n = new long[tubes];
        double[] mean = new double[tubes];
        double[] squares = new double[tubes];
        for (int i = 0; i < tubes; i++) {
            n[i] = sums.count(first + i);
            mean[i] = sums.mean(first + i);
            squares[i] = sums.squaredDeviations(first + i);
        }
        return new SumColumns(n, mean, squares);
    }

    DircDetector detector() {
        return detector;
    }

    /// The account of all words of all files.
    public Tally<DircWordKind> tally() {
        return tally;
    }

    public List<TdcFacts> files() {
        return List.copyOf(files);
    }
}
