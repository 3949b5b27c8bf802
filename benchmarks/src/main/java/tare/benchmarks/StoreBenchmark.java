package tare.benchmarks;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.CutTable;
import tare.conditions.type.FailureLimit;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// A detector of 12 banks of 896 channels in and out of a store: three types, 36 banks, as one
/// submission and as one global view.
///
/// Baselines: the bytes of the 36 containers written to a file and forced to disk; decoding the 36
/// containers from memory.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StoreBenchmark {
    private static final int BANKS = 12;
    private static final int CHANNELS = 896;
    private static final List<String> TYPES = List.of("one", "two", "three");
    private static final FieldScheme IDS =
            FieldScheme.of("tube", new BitField("sector", 4), new BitField("tube", 10));
    private static final Author AUTHOR = new Author("benchmark", "benchmark");

    /// The candidates, and an empty store for each call.
    @State(Scope.Thread)
    public static class EmptyStore {
        private final List<Campaign> campaigns = campaigns();
        private final List<byte[]> containers = StoreBenchmark.containers(campaigns);
        private Path folder;
        private ConditionsStore store;

        @Setup(Level.Invocation)
        public void open() throws IOException {
            folder = Files.createTempDirectory("store-benchmark");
            store = opened(folder);
        }

        @TearDown(Level.Invocation)
        public void close() throws IOException {
            store.close();
            remove(folder);
        }
    }

    /// A store with the 36 banks and a global tag.
    @State(Scope.Thread)
    public static class FullStore {
        private Path folder;
        private ConditionsStore store;
        private List<byte[]> containers;

        @Setup
        public void open() throws IOException {
            folder = Files.createTempDirectory("store-benchmark");
            store = opened(folder);
            List<Campaign> campaigns = campaigns();
            if (!(store.submit(campaigns) instanceof Outcome.Stored)) {
                throw new IllegalStateException("the gate refused the banks");
            }
            var tags = new TreeMap<String, String>();
            TYPES.forEach(type -> tags.put(type, type));
            if (!store.globalTags().create("all", tags, AUTHOR, "").isSuccess()) {
                throw new IllegalStateException("no global tag");
            }
            containers = StoreBenchmark.containers(campaigns);
        }

        @TearDown
        public void close() throws IOException {
            store.close();
            remove(folder);
        }
    }

    @Benchmark
    public Outcome storeDurably(EmptyStore state) {
        return state.store.submit(state.campaigns);
    }

    /// Baseline of storing.
    @Benchmark
    public Path bytesForcedToDisk(EmptyStore state) throws IOException {
        Path file = state.folder.resolve("bytes");
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (byte[] container : state.containers) {
                channel.write(ByteBuffer.wrap(container));
            }
            channel.force(true);
        }
        return file;
    }

    /// All banks by a store that was just opened.
    @Benchmark
    public List<Resolved> fetchCold(FullStore state) {
        try (ConditionsStore fresh = ConditionsStore.open(url(state.folder))) {
            return fetch(fresh);
        }
    }

    /// All banks by a store that was asked before.
    @Benchmark
    public List<Resolved> fetchCached(FullStore state) {
        return fetch(state.store);
    }

    /// Baseline of fetching.
    @Benchmark
    public List<Bank> decodeContainers(FullStore state) {
        return state.containers.stream()
                .map(bytes -> BankFormat.read(MemorySegment.ofArray(bytes)))
                .toList();
    }

    private static List<Resolved> fetch(ConditionsStore store) {
        var view = store.view("all", new Moment(TimeAxis.RUN, 10));
        var banks = new ArrayList<Resolved>();
        for (String label : TYPES) banks.addAll(view.banks(label));
        if (banks.size() != TYPES.size() * BANKS) throw new IllegalStateException("banks missing");
        return banks;
    }

    private static ConditionsStore opened(Path folder) {
        ConditionsStore.init(url(folder));
        return ConditionsStore.open(url(folder));
    }

    private static String url(Path folder) {
        return "sqlite:" + folder.resolve("tare.db");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static List<byte[]> containers(List<Campaign> campaigns) {
        var containers = new ArrayList<byte[]>();
        for (Campaign campaign : campaigns) {
            for (Candidate candidate : campaign.candidates()) {
                containers.add(
                        BankFormat.write(candidate.content(), Compression.SMALLER)
                                .container()
                                .toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return containers;
    }

    private static List<Campaign> campaigns() {
        var random = new Random(1998);
        var campaigns = new ArrayList<Campaign>();
        for (String type : TYPES) {
            var candidates = new ArrayList<Candidate>();
            for (int sector = 0; sector < BANKS; sector++) {
                candidates.add(
                        new Candidate(
                                new BankName(sector, "sector " + sector), bank(sector, random)));
            }
            campaigns.add(
                    new Campaign(
                            type,
                            type(type),
                            new Moment(TimeAxis.RUN, 1),
                            candidates,
                            Optional.empty(),
                            AUTHOR,
                            "",
                            Instant.EPOCH));
        }
        return campaigns;
    }

    private static CalibrationType type(String name) {
        List<Check> checks =
                List.of(
                        new Check.Range("mean", 0, 1000),
                        new Check.Range("rms", 0, 100),
                        new Check.MinimumEntries("n", 10));
        return new CalibrationType(
                name,
                Layouts.msn("ns"),
                IDS,
                TimeAxis.RUN,
                CutTable.marking(checks, new FailureLimit.FewerThan(10)));
    }

    private static Bank bank(int sector, Random random) {
        int[] ids = new int[CHANNELS];
        for (int tube = 0; tube < CHANNELS; tube++) ids[tube] = (int) IDS.pack(sector, tube);
        BankBuilder builder = BankBuilder.of(Layouts.msn("ns"), IDS, ids);
        for (int i = 0; i < CHANNELS; i++) {
            builder.floats("mean")[i] = (float) random.nextGaussian(50, 5);
            builder.floats("rms")[i] = (float) random.nextGaussian(1.5, 0.1);
            builder.ints("n")[i] = 900 + random.nextInt(200);
        }
        return builder.freeze(
                Journal.EMPTY.append(Instant.EPOCH, AUTHOR, "simulate", Map.of(), ""));
    }
}
