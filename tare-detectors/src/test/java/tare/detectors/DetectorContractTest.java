package tare.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.Division;
import tare.conditions.type.Subsystem;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.ChannelId;
import tare.core.channel.ChannelMap;
import tare.core.channel.FieldScheme;
import tare.core.channel.HardwareAddress;
import tare.core.digi.DigiBatch;
import tare.decode.Tally;
import tare.decode.WordKind.Group;
import tare.detectors.RawHits.Hit;

/// What every detector promises. A detector's own test extends this and says which detector it is
/// and how to damage its data.
///
/// Detectors of up to [#MOST] channels are tested whole, larger ones in samples.
@TestInstance(Lifecycle.PER_CLASS)
public abstract class DetectorContractTest {
    private static final int MOST = 50_000;
    private static final int EVENTS = 20;
    private static final int MOST_HITS = 200;

    private Detector detector;
    private ChannelMap map;
    private RawFormat raw;

    /// A new instance of the detector under test.
    protected abstract Detector detector();

    /// Damages raw data of one event such that a decoder can tell: that hit, at least, is lost.
    ///
    /// @param bytes raw data of one event, as its encoder made them
    protected abstract void damage(byte[] bytes, SplittableRandom random);

    @BeforeAll
    void begin() {
        detector = detector();
        map = detector.map();
        raw = detector.raw();
    }

    /// Hits of an event: no more than half the channels.
    private int hits() {
        return Math.min(MOST_HITS, map.size() / 2);
    }

    /// Dense indexes to test: all, or the ends and a sample.
    private IntStream sample() {
        int size = map.size();
        if (size <= MOST) return IntStream.range(0, size);
        var random = new SplittableRandom(1);
        return IntStream.concat(IntStream.of(0, size - 1), random.ints(MOST, 0, size));
    }

    /// Numbers of the banks to test: all, or the ends and a sample.
    private static IntStream sample(SystemDefinition system) {
        int banks = banks(system);
        long channels = (long) banks * system.channelIds(0).size();
        if (channels <= MOST) return IntStream.range(0, banks);
        var random = new SplittableRandom(2);
        return IntStream.concat(IntStream.of(0, banks - 1), random.ints(8, 0, banks)).distinct();
    }

    private static int banks(SystemDefinition system) {
        return (int) IntStream.iterate(0, n -> system.bank(n).isPresent(), n -> n + 1).count();
    }

    private Stream<SystemDefinition> systems() {
        return Stream.concat(
                Stream.of(detector.system()), detector.types().stream().map(detector::systemOf));
    }

    @Test
    void isKnownByALowerCaseWord() {
        assertThat(detector.name()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void channelIdsAndDenseIndexesAreOneToOneAndInTheSameOrder() {
        sample().forEach(i -> assertThat(map.index(map.id(i))).as("index %d", i).isEqualTo(i));
        int[] indexes = sample().sorted().distinct().toArray();
        for (int k = 1; k < indexes.length; k++) {
            assertThat(map.id(indexes[k])).isGreaterThan(map.id(indexes[k - 1]));
        }
    }

    @Test
    void hardwareAddressesAndDenseIndexesAreOneToOne() {
        sample().forEach(i -> assertThat(map.index(map.address(i))).as("index %d", i).isEqualTo(i));
    }

    @Test
    void idsAndAddressesFitTheirSchemes() {
        sample().forEach(
                        i -> {
                            assertThat(map.id(i).packed() >>> map.idScheme().bits()).isZero();
                            assertThat(map.address(i).packed() >>> map.addressScheme().bits())
                                    .isZero();
                        });
    }

    /// Of all numbers that fit the schemes, exactly those of channels are known.
    @Test
    void numbersOfNoChannelHaveNoIndex() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < MOST; i++) {
            var id = new ChannelId((int) random.nextLong(1L << map.idScheme().bits()));
            int index = map.index(id);
            if (index != ChannelMap.NONE) assertThat(map.id(index)).isEqualTo(id);
            var address = new HardwareAddress(random.nextLong(1L << map.addressScheme().bits()));
            int there = map.index(address);
            if (there != ChannelMap.NONE) assertThat(map.address(there)).isEqualTo(address);
        }
    }

    @Test
    void thereIsNoIndexBeyondTheLast() {
        int size = map.size();
        assertThatThrownBy(() -> map.id(size)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> map.address(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void channelsReadInWordsAndBack() {
        sample().limit(MOST / 10)
                .forEach(
                        i -> {
                            int id = map.id(i).packed();
                            long address = map.address(i).packed();
                            assertThat(parsed(map.idScheme(), map.idScheme().format(id)))
                                    .isEqualTo(id);
                            assertThat(
                                            parsed(
                                                    map.addressScheme(),
                                                    map.addressScheme().format(address)))
                                    .isEqualTo(address);
                        });
    }

    private static long parsed(FieldScheme scheme, String words) {
        String numbers = words;
        for (var field : scheme.fields()) numbers = numbers.replaceFirst(field.name() + " ", "");
        return scheme.pack(Stream.of(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray());
    }

    @Test
    void banksHaveNamesThatNoOtherBankHas() {
        systems()
                .forEach(
                        system -> {
                            int banks = banks(system);
                            List<BankName> names =
                                    IntStream.range(0, banks)
                                            .mapToObj(system::bank)
                                            .map(Optional::orElseThrow)
                                            .toList();
                            assertThat(names).extracting(BankName::name).doesNotHaveDuplicates();
                            for (int n = 0; n < banks; n++) {
                                assertThat(names.get(n).number()).isEqualTo(n);
                            }
                            assertThat(system.bank(-1)).isEmpty();
                            assertThat(system.bank(banks)).isEmpty();
                        });
    }

    @Test
    void everyChannelBelongsToExactlyOneBank() {
        SystemDefinition system = detector.system();
        long channels = 0;
        for (int n = 0; n < banks(system); n++) channels += system.channelIds(n).size();
        assertThat(channels).isEqualTo(map.size());
        var seen = new BitSet(map.size());
        sample(system)
                .forEach(
                        n -> {
                            for (int id : system.channelIds(n).toIntArray()) {
                                int index = map.index(new ChannelId(id));
                                if (index < 0) fail("id %d of bank %d is unknown", id, n);
                                if (seen.get(index)) fail("id %d is in two banks", id);
                                seen.set(index);
                            }
                        });
    }

    @Test
    void channelsOfABankAreInOrder() {
        systems()
                .forEach(
                        system ->
                                sample(system)
                                        .mapToObj(n -> system.channelIds(n).toIntArray())
                                        .forEach(DetectorContractTest::requireIncreasing));
    }

    private static void requireIncreasing(int[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] <= ids[i - 1]) fail("id %d after %d", ids[i], ids[i - 1]);
        }
    }

    @Test
    void aBankThatIsNotThereHasNoChannels() {
        systems()
                .forEach(
                        system ->
                                assertThatThrownBy(() -> system.channelIds(banks(system)))
                                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void typesFitTheirSystems() {
        List<CalibrationType> types = detector.types();
        assertThat(types).isNotEmpty();
        assertThat(types).extracting(CalibrationType::name).doesNotHaveDuplicates();
        for (CalibrationType type : types) {
            assertThat(type.name()).startsWith(detector.name() + "-");
            assertThat(CalibrationType.parse(type.toJson())).isEqualTo(type);
            SystemDefinition system = detector.systemOf(type);
            int last = system.channelIds(banks(system) - 1).toIntArray()[0];
            assertThat(last >>> type.idScheme().bits()).as("id %d of %s", last, type).isZero();
        }
    }

    @Test
    void someTypeHoldsConstantsOfTheChannelsThemselves() {
        List<CalibrationType> types =
                detector.types().stream()
                        .filter(type -> type.idScheme().equals(map.idScheme()))
                        .toList();

        assertThat(types).isNotEmpty();
        for (CalibrationType type : types) {
            int first = detector.systemOf(type).channelIds(0).intAt(0);
            assertThat(map.index(new ChannelId(first))).isNotEqualTo(ChannelMap.NONE);
        }
    }

    /// What a store keeps for ever: the same channels in the same banks, on every level.
    @Test
    void aStoreIsToldOfTheSameChannels() {
        Optional<Subsystem> subsystem = detector.subsystem();
        assertThat(subsystem.isPresent())
                .isEqualTo(detector.types().stream().allMatch(CalibrationType::isOfDetector));
        if (subsystem.isEmpty()) return;
        DetectorDefinition definition = subsystem.get().definition();
        assertThat(definition.detector()).isEqualTo(detector.name());
        DetectorDefinition stored = DetectorDefinition.parse(definition.toJson());
        assertThat(stored).isEqualTo(definition);
        for (CalibrationType type : detector.types()) {
            SystemDefinition system = detector.systemOf(type);
            Division division = stored.division(type.idScheme()).orElseThrow();
            assertThat(banks(division)).isEqualTo(banks(system));
            sample(system)
                    .forEach(
                            n -> {
                                assertThat(division.bank(n)).isEqualTo(system.bank(n));
                                assertThat(division.channelIds(n).hasSameBits(system.channelIds(n)))
                                        .as("ids of bank %d", n)
                                        .isTrue();
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theDecoderReadsWhatTheEncoderWrites(long seed) {
        var written = new RawHits(raw, map.size(), seed);
        for (int event = 1; event <= EVENTS; event++) written.event(event, hits());

        Tally<?> tally = written.decode();

        assertThat(Set.copyOf(written.read()))
                .as("seed %d", seed)
                .isEqualTo(Set.copyOf(written.written()));
        assertThat(written.read()).hasSameSizeAs(written.written());
        assertThat(tally.isBalanced()).isTrue();
        assertThat(tally.wordsRead() * Integer.BYTES).isEqualTo(written.sizeBytes());
        assertThat(tally.count(Group.HIT)).isEqualTo((long) EVENTS * hits());
        assertThat(tally.count(Group.ERROR) + tally.count(Group.REFUSED)).isZero();
    }

    @Test
    void anEventWithoutHitsIsNoMistake() {
        var written = new RawHits(raw, map.size(), 1);
        written.event(1, 0);

        Tally<?> tally = written.decode();

        assertThat(written.read()).isEmpty();
        assertThat(tally.isBalanced()).isTrue();
        assertThat(tally.count(Group.ERROR) + tally.count(Group.REFUSED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aValueThatDoesNotFitIsRefused(int beyond) {
        int value = beyond < 0 ? -1 : raw.maxValue() + 1;
        var hits = new DigiBatch(1);
        hits.add(0, value);
        assertThatThrownBy(() -> raw.encode(1, hits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(value));
    }

    /// Events before and after the damage arrive whole, and no hit arrives that was not written.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aDamagedWordIsCountedAndNeverBecomesANumber(long seed) {
        var written = new RawHits(raw, map.size(), seed);
        var random = new SplittableRandom(seed);
        int damaged = random.nextInt(2, EVENTS);
        for (int event = 1; event <= EVENTS; event++) {
            boolean isIt = event == damaged;
            written.event(event, hits(), isIt ? bytes -> damage(bytes, random) : _ -> {});
        }

        Tally<?> tally = written.decode();

        assertThat(tally.isBalanced()).isTrue();
        assertThat(tally.wordsRead() * Integer.BYTES).isEqualTo(written.sizeBytes());
        assertThat(tally.count(Group.ERROR) + tally.count(Group.REFUSED)).isPositive();
        assertThat(Set.copyOf(written.written()).containsAll(written.read()))
                .as("every hit was written, seed %d", seed)
                .isTrue();
        assertThat(written.read()).hasSizeLessThan(EVENTS * hits());
        List<Hit> others = written.written().stream().filter(h -> h.event() != damaged).toList();
        assertThat(Set.copyOf(written.read()).containsAll(others))
                .as("the other events arrive whole, seed %d", seed)
                .isTrue();
    }

    /// Cut anywhere: what was lost is counted, what is left is right.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFileThatEndsTooEarlyGivesWhatItHas(long seed) {
        var written = new RawHits(raw, map.size(), seed);
        for (int event = 1; event <= EVENTS; event++) written.event(event, hits());
        written.cut(new SplittableRandom(seed).nextInt(1, (int) written.sizeBytes()));

        Tally<?> tally = written.decode();

        assertThat(tally.isBalanced()).isTrue();
        assertThat(Set.copyOf(written.written()).containsAll(written.read()))
                .as("every hit was written, seed %d", seed)
                .isTrue();
        assertThat(written.read()).hasSizeLessThan(EVENTS * hits());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyBytesAreAccountedFor(long seed) {
        byte[] noise = new byte[8 * 5000];
        new SplittableRandom(seed).nextBytes(noise);

        Tally<?> tally =
                raw.decode(
                        MemorySegment.ofArray(noise),
                        (event, channel, value) -> {
                            assertThat(channel).isBetween(0, map.size() - 1);
                            assertThat(value).isBetween(0, raw.maxValue());
                        });

        assertThat(tally.isBalanced()).as("seed %d", seed).isTrue();
        assertThat(tally.wordsRead() * Integer.BYTES).isEqualTo(noise.length);
    }

    /// So that a sampled test can fail: the hits are spread over the whole detector.
    @Test
    void theHitsOfTheseTestsAreSpread() {
        var written = new RawHits(raw, map.size(), 1);
        for (int event = 1; event <= EVENTS; event++) written.event(event, hits());
        assertThat(written.written().stream().mapToInt(Hit::channel).max().orElseThrow())
                .isGreaterThan(map.size() / 10 * 9);
    }
}
