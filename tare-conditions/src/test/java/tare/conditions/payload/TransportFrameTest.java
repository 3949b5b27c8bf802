package tare.conditions.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.operation.Arithmetic.Scale;
import tare.core.operation.Operator;

/// A bank that travels or lies in a file: the container is the frame.
class TransportFrameTest {
    @TempDir private Path folder;

    private Path file(Bank bank, Compression compression) throws IOException {
        Payload payload = BankFormat.write(bank, compression);
        byte[] bytes = payload.container().toArray(ValueLayout.JAVA_BYTE);
        return Files.write(folder.resolve("bank.tare"), bytes);
    }

    private static MemorySegment mapped(Path file, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    @Test
    void aMappedFileIsReadWithoutACopy() throws IOException {
        Bank bank = Samples.shared(1000, new Random(1));
        try (var arena = Arena.ofConfined()) {
            MemorySegment mapped = mapped(file(bank, Compression.NONE), arena);
            Bank read = BankFormat.read(mapped);
            assertThat(read.differences(bank)).isEmpty();
            assertThat(mapped.asOverlappingSlice(read.ids().bytes())).isPresent();
            for (Column column : read.columns()) {
                assertThat(mapped.asOverlappingSlice(column.bytes())).isPresent();
                assertThat((column.bytes().address() - mapped.address()) % 64).isZero();
            }
        }
    }

    @Test
    void afterItsArenaIsClosedABankSaysSoAndReadsNothing() throws IOException {
        Bank read;
        try (var arena = Arena.ofConfined()) {
            Bank bank = Samples.bank(1, 80, 81);
            read = BankFormat.read(mapped(file(bank, Compression.NONE), arena));
            assertThat(read.column("pedestal").floatAt(1)).isEqualTo(81);
        }
        assertThatThrownBy(() -> read.column("pedestal").floatAt(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(read::identity).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read.channels().at(0).id())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsMadeOfAMappedBankOutlivesIt() throws IOException {
        Bank scaled;
        try (var arena = Arena.ofConfined()) {
            Bank read =
                    BankFormat.read(mapped(file(Samples.bank(1, 80, 81), Compression.NONE), arena));
            scaled =
                    new Operator(Samples.AUTHOR, () -> Samples.WHEN)
                            .apply(read, new Scale(2))
                            .orElseThrow();
        }
        assertThat(scaled.column("pedestal").toFloatArray()).containsExactly(160, 162);
    }

    @ParameterizedTest
    @EnumSource
    void aMillionChannelsComeBackAsTheyWere(Compression compression) throws IOException {
        Bank bank = Samples.anyBank(1_000_000, new Random(20261126));
        try (var arena = Arena.ofConfined()) {
            Bank read = BankFormat.read(mapped(file(bank, compression), arena), bank.identity());
            assertThat(read.differences(bank)).isEmpty();
        }
    }

    @Test
    void typedExtraValuesOfTheHeaderTravelAlong() {
        Bank bank = Samples.anyBank(3, new Random(4));
        assertThat(bank.header().extra()).hasSize(3);
        Bank read = BankFormat.read(BankFormat.write(bank, Compression.SMALLER).container());
        assertThat(read.header()).isEqualTo(bank.header());
    }
}
