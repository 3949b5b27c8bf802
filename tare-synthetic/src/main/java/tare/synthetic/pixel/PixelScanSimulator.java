package tare.synthetic.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.core.work.Workers;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.raw.DumpWriter;
import tare.detectors.pixel.raw.PixelEncoder;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.vcal.ModuleVcal;

/// Writes the dump of a simulated gain scan of one FED.
///
/// Patterns are simulated in parallel, some at a time, and written in order; bytes do not depend on
/// the number of threads. With the same seed, hits of pulsed pixels are the same whatever the
/// read-out does to them. Memory: 1.3 MB per pattern in work for a full FED.
public final class PixelScanSimulator {
    private static final int PATTERNS_PER_THREAD = 4;

    private final ScanSetup setup;

    /// @param truth of the pixels, and their cabling
    /// @param vcal charges that the pulses inject
    /// @param seed for noise and read-out faults; the truth has its own
    /// @throws IllegalArgumentException if an event would not fit into a block
    public PixelScanSimulator(
            PixelTruth truth,
            GainScan scan,
            ModuleVcal vcal,
            ReadoutFaults faults,
            Plateau plateau,
            long seed) {
        for (int pattern = 0; pattern < scan.patterns(); pattern++) {
            long pixels = (long) scan.rows(pattern).size() * scan.columns(pattern).size();
            long hits = pixels * truth.cabling().rocCount();
            if (hits > PixelEncoder.MAX_PAYLOAD) {
                throw new IllegalArgumentException(
                        "pattern "
                                + pattern
                                + " pulses "
                                + hits
                                + " pixels, a block holds "
                                + PixelEncoder.MAX_PAYLOAD
                                + " hits; use smaller row or column groups");
            }
        }
        setup = new ScanSetup(truth, scan, vcal, faults, plateau, seed);
    }

    /// Writes the dump, in place of a file of that name; on failure there is none, or the old one.
    ///
    /// @param run number in the first word
    /// @param progress is told how many events of the scan each step has dealt with
    /// @return the account of what was written
    public Injected write(Path path, int run, Workers workers, LongConsumer progress)
            throws IOException {
        var account = new Injected();
        List<Slot> slots =
                IntStream.range(0, workers.threads() * PATTERNS_PER_THREAD)
                        .mapToObj(i -> new Slot())
                        .toList();
        try (DumpWriter writer = DumpWriter.create(path)) {
            var first = new PixelEncoder();
            first.runWord(run);
            writer.write(first);
            account.add(PixelWordKind.RUN_WORD, 2);
            for (int from = 0; from < setup.scan.patterns(); from += slots.size()) {
                workers.run(assign(slots, from), this::simulate);
                for (Slot slot : slots) slot.hand(writer, account, progress);
            }
            writer.finish();
        }
        return account;
    }

    private List<Slot> assign(List<Slot> slots, int from) {
        List<Slot> assigned = new ArrayList<>();
        for (Slot slot : slots) {
            slot.pattern = from + assigned.size();
            if (slot.pattern < setup.scan.patterns()) assigned.add(slot);
        }
        return assigned;
    }

    private void simulate(Slot slot) {
        slot.account = new PatternSimulation(setup, slot.pattern, slot.encoder).run();
    }

    /// A pattern in work.
    private final class Slot {
        private final PixelEncoder encoder = new PixelEncoder();
        private int pattern;
        private @Nullable Injected account;

        /// Writes what was simulated and makes room for the next pattern.
        void hand(DumpWriter writer, Injected sum, LongConsumer progress) throws IOException {
            if (account == null) return;
            writer.write(encoder);
            sum.merge(account);
            encoder.clear();
            account = null;
            progress.accept(setup.scan.eventsPerPattern());
        }
    }
}
