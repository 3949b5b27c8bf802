package tare.conditions.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;

class BankFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0,1,NONE",
        "0,1,SMALLER",
        "1,2,NONE",
        "1,2,SMALLER",
        "2,3,SMALLER",
        "1000,4,NONE",
        "1000,5,SMALLER",
        "4097,6,SMALLER",
        "66560,7,NONE",
        "66560,8,SMALLER"
    })
    void readsBackWhatItWrote(int channels, long seed, Compression compression) {
        Bank bank = Samples.anyBank(channels, new Random(seed));

        Payload payload = BankFormat.write(bank, compression);
        Bank back = BankFormat.read(payload.container(), payload.identity());

        assertThat(bank.differences(back)).as("seed %d", seed).isEmpty();
        assertThat(back.journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "3,3", "4,4", "5,5", "40,6", "1000,7", "2000,8", "70000,9"})
    void readsBackArraysAndSharedValues(int channels, long seed) {
        Bank bank = Samples.shared(channels, new Random(seed));
        for (Compression compression : Compression.values()) {
            Payload payload = BankFormat.write(bank, compression);
            Bank back = BankFormat.read(payload.container(), payload.identity());
            assertThat(bank.differences(back)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theIdentityDependsOnContentOnly() {
        Bank bank = Samples.bank(1, 80, 81, 82);
        Sha256 identity = BankFormat.identity(bank);

        assertThat(BankFormat.write(bank, Compression.NONE).identity()).isEqualTo(identity);
        assertThat(BankFormat.write(bank, Compression.SMALLER).identity()).isEqualTo(identity);
        Bank other = Samples.bank(1, 80, 81, Math.nextUp(82f));
        assertThat(BankFormat.identity(other)).isNotEqualTo(identity);
    }

    @Test
    void compressesWhatGetsSmaller() {
        float[] alike = new float[10_752];
        for (int i = 0; i < alike.length; i++) alike[i] = 80 + i % 7;

        Payload payload = BankFormat.write(Samples.bank(1, alike), Compression.SMALLER);

        assertThat(payload.container().byteSize()).isLessThan(payload.rawBytes() / 50);
    }

    @Test
    void viewsUncompressedColumnsWithoutACopy() {
        Payload payload = BankFormat.write(Samples.bank(1, 80, 81), Compression.NONE);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = arena.allocate(payload.container().byteSize());
            mapped.copyFrom(payload.container());

            Bank bank = BankFormat.read(mapped);

            MemorySegment pedestals = bank.column("pedestal").bytes();
            assertThat(mapped.asOverlappingSlice(pedestals)).isPresent();
            assertThat((pedestals.address() - mapped.address()) % 64).isZero();
            assertThat(bank.column("pedestal").floatAt(1)).isEqualTo(81f);
        }
    }

    /// The bytes of every version, for good: a reader of any later version must read them.
    @ParameterizedTest
    @MethodSource("goldens")
    void theBytesOfEveryVersionStayReadable(String name) throws IOException {
        Bank bank = BankFormat.read(MemorySegment.ofArray(golden(name)));

        assertThat(goldenBank(name).differences(bank)).isEmpty();
    }

    @Test
    void writesExactlyTheBytesOfVersionTwo() throws IOException {
        assertThat(bytes(BankFormat.write(goldenBank("2"), Compression.NONE)))
                .isEqualTo(golden("bank-2-none"));
    }

    @Test
    void identitiesAreTheSameInAllVersions() throws IOException {
        Sha256 known =
                new Sha256("6b9c9eda86a2bb30bcd6cb4be557a9340d7755e64a881e168b4f7b8a058776ad");
        Bank bank = Samples.bank(3, goldenPedestals());
        assertThat(BankFormat.write(bank, Compression.NONE).identity()).isEqualTo(known);
        for (String name : List.of("bank-1-none", "bank-1-smaller")) {
            Bank read = BankFormat.read(MemorySegment.ofArray(golden(name)), known);
            assertThat(read.identity()).isEqualTo(known);
        }
    }

    @Test
    void aCodecOfVersionTwoIsNoneOfVersionOne() throws IOException {
        byte[] container = golden("bank-2-smaller");
        assertThat(container[40 + 24 + 16]).as("codec of the flags").isEqualTo((byte) 4);
        container[8] = 1;
        seal(container);
        assertThatThrownBy(() -> BankFormat.read(MemorySegment.ofArray(container)))
                .isInstanceOf(CorruptBankException.class)
                .hasMessageContaining("version 1 has no codec");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void refusesEveryTruncation(String name) throws IOException {
        byte[] golden = golden(name);
        for (int length = 0; length < golden.length; length++) {
            byte[] cut = Arrays.copyOf(golden, length);
            assertThatExceptionOfType(BankFormatException.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> BankFormat.read(MemorySegment.ofArray(cut)));
        }
        byte[] longer = Arrays.copyOf(golden, golden.length + 1);
        assertThatThrownBy(() -> BankFormat.read(MemorySegment.ofArray(longer)))
                .isInstanceOf(CorruptBankException.class);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void refusesEveryFlippedBit(String name) throws IOException {
        byte[] golden = golden(name);
        for (int bit = 0; bit < golden.length * 8; bit++) {
            byte[] flipped = golden.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(BankFormatException.class)
                    .as("bit %d of byte %d", bit % 8, bit / 8)
                    .isThrownBy(() -> BankFormat.read(MemorySegment.ofArray(flipped)));
        }
    }

    @Test
    void saysWhereAColumnIsDamaged() throws IOException {
        byte[] damaged = golden("bank-1-none");
        damaged[damaged.length - 1] ^= 1;

        assertThatExceptionOfType(CorruptBankException.class)
                .isThrownBy(() -> BankFormat.read(MemorySegment.ofArray(damaged)))
                .satisfies(e -> assertThat(e.part()).isEqualTo("column entries"))
                .satisfies(e -> assertThat(e.offset() % 64).isZero())
                .withMessageContaining("checksum");
    }

    /// Wrong lengths under right checksums: nothing may be allocated or read by them.
    @ParameterizedTest
    @CsvSource({
        "12,4", "16,4", "20,4", "24,8", "32,4", "40,8", "48,8", "56,4", "64,8", "72,8", "80,4"
    })
    void believesNoLengthEvenIfTheChecksumFits(int offset, int width) throws IOException {
        for (String name : goldens()) {
            byte[] original = golden(name);
            var random = new Random(offset);
            long[] values = {
                0, 1, -1, Integer.MAX_VALUE, Long.MAX_VALUE, 1 << 24, 1 << 23, 63, 64, 3
            };
            for (int trial = 0; trial < 200; trial++) {
                byte[] wrong = original.clone();
                ByteBuffer buffer = ByteBuffer.wrap(wrong).order(ByteOrder.LITTLE_ENDIAN);
                long value = trial < values.length ? values[trial] : random.nextLong();
                if (width == 4) buffer.putInt(offset, (int) value);
                else buffer.putLong(offset, value);
                if (Arrays.equals(wrong, original)) continue;
                seal(wrong);
                assertThatExceptionOfType(BankFormatException.class)
                        .as("%s: %d at offset %d", name, value, offset)
                        .isThrownBy(() -> BankFormat.read(MemorySegment.ofArray(wrong)));
            }
        }
    }

    /// Makes the header's checksum fit again, if header and schema lie within the bytes.
    private static void seal(byte[] container) {
        ByteBuffer buffer = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
        long end = 40 + 24L * buffer.getInt(20) + buffer.getInt(12);
        if (end < 40 || end > container.length) return;
        buffer.putInt(36, BankFormat.headerCrc(MemorySegment.ofArray(container), end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank-1-smaller", "bank-2-smaller"})
    void survivesRandomMutationsUnderFittingHeaderChecksums(String name) throws IOException {
        long seed = 20261120;
        var random = new Random(seed);
        byte[] original = golden(name);
        int refused = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] wrong = original.clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            seal(wrong);
            try {
                BankFormat.read(MemorySegment.ofArray(wrong));
            } catch (BankFormatException e) {
                refused++;
            }
        }
        // What is left changed the schema in a way that makes sense; its checksum was made to fit.
        assertThat(refused).as("seed %d", seed).isGreaterThan(10_000);
    }

    @Test
    void tellsForeignNewerAndDamagedFilesApart() throws IOException {
        byte[] foreign = "SQLite format 3".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> BankFormat.read(MemorySegment.ofArray(foreign)))
                .isInstanceOf(NotABankException.class);
        byte[] newer = golden("bank-2-none");
        newer[8] = 3;
        assertThatThrownBy(() -> BankFormat.read(MemorySegment.ofArray(newer)))
                .isInstanceOf(TooNewException.class)
                .hasMessageContaining("version 3");
    }

    @Test
    void refusesTheContentOfAnotherBank() {
        Payload one = BankFormat.write(Samples.bank(1, 80), Compression.NONE);
        Sha256 other = BankFormat.identity(Samples.bank(1, 81));

        assertThatThrownBy(() -> BankFormat.read(one.container(), other))
                .isInstanceOf(CorruptBankException.class)
                .hasMessageContaining(other.hex());
    }

    /// 40 channels, so that compression pays.
    private static float[] goldenPedestals() {
        float[] pedestals = new float[40];
        for (int i = 0; i < pedestals.length; i++) pedestals[i] = 80 + i;
        return pedestals;
    }

    private static byte[] bytes(Payload payload) {
        return payload.container().toArray(ValueLayout.JAVA_BYTE);
    }

    static List<String> goldens() {
        return List.of("bank-1-none", "bank-1-smaller", "bank-2-none", "bank-2-smaller");
    }

    private static Bank goldenBank(String name) {
        return name.contains("1")
                ? Samples.bank(3, goldenPedestals())
                : Samples.shared(40, new Random(2));
    }

    private static byte[] golden(String name) throws IOException {
        try (var in = BankFormatTest.class.getResourceAsStream(name + ".hex")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String digits =
                    text.lines().filter(line -> !line.startsWith("#")).reduce("", String::concat);
            return HexFormat.of().parseHex(digits);
        }
    }
}
