package tare.core.bank;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    /// A NaN other than the one that Java makes.
    private static final float OTHER_NAN = Float.intBitsToFloat(0x7FC0_1234);

    @Test
    void givesBackWhatItsArrayHolds() {
        var ints = Column.of(1, Integer.MIN_VALUE);
        assertThat(ints.intAt(1)).isEqualTo(Integer.MIN_VALUE);
        assertThat(ints.toIntArray()).containsExactly(1, Integer.MIN_VALUE);
        var floats = Column.of(1.5f, -0.0f);
        assertThat(floats.floatAt(0)).isEqualTo(1.5f);
        assertThat(floats.toFloatArray()).containsExactly(1.5f, -0.0f);
        var longs = Column.of(7L, Long.MAX_VALUE);
        assertThat(longs.longAt(1)).isEqualTo(Long.MAX_VALUE);
        var doubles = Column.of(0.1, Double.NaN);
        assertThat(doubles.doubleAt(0)).isEqualTo(0.1);
        assertThat(doubles.doubleAt(1)).isNaN();
    }

    @Test
    void readsAnyTypeAsDouble() {
        assertThat(Column.of(3, -4).toDoubleArray()).containsExactly(3, -4);
        assertThat(Column.of(0.5f).value(0)).isEqualTo(0.5);
        assertThat(Column.of(1L << 40).value(0)).isEqualTo(0x1p40);
        assertThat(Column.of(0.1).value(0)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void readingAnotherTypeIsRefusedWithBothTypes(FieldType wanted) {
        for (FieldType held : FieldType.values()) {
            if (held == wanted) continue;
            var column = Column.over(held, MemorySegment.ofArray(new byte[16]));
            assertThatThrownBy(() -> read(column, wanted))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this column holds " + held + ", not " + wanted);
        }
    }

    private static void read(Column column, FieldType type) {
        switch (type) {
            case I32 -> column.intAt(0);
            case F32 -> column.floatAt(0);
            case I64 -> column.longAt(0);
            case F64 -> column.doubleAt(0);
        }
    }

    @Test
    void copyingAnotherTypeIsRefused() {
        assertThatThrownBy(() -> Column.of(1f).toIntArray()).hasMessageContaining("holds F32");
        assertThatThrownBy(() -> Column.of(1).toFloatArray()).hasMessageContaining("holds I32");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anIndexOutsideIsRefused(int index) {
        assertThatThrownBy(() -> Column.of(1, 2).intAt(index))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Column.of(1.0, 2.0).value(index))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"I32,4", "F32,4", "I64,8", "F64,8"})
    void bytesMakeUpWholeValues(FieldType type, int width) {
        assertThat(Column.over(type, MemorySegment.ofArray(new byte[3 * width])).size())
                .isEqualTo(3);
        assertThat(Column.over(type, MemorySegment.ofArray(new byte[0])).size()).isZero();
        var broken = MemorySegment.ofArray(new byte[3 * width - 1]);
        assertThatThrownBy(() -> Column.over(type, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        (3 * width - 1) + " bytes are not a whole number of " + type + " values");
    }

    @Test
    void readsLittleEndianBytesAtAnyAddress() {
        try (var arena = Arena.ofConfined()) {
            MemorySegment odd = arena.allocate(17).asSlice(1);
            odd.set(JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN), 4, 0x0102_0304);
            assertThat(Column.over(FieldType.I32, odd).intAt(1)).isEqualTo(0x0102_0304);
            odd.set(JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN), 8, -5L);
            assertThat(Column.over(FieldType.I64, odd).longAt(1)).isEqualTo(-5);
            odd.set(JAVA_FLOAT_UNALIGNED.withOrder(LITTLE_ENDIAN), 12, 0.1f);
            assertThat(Column.over(FieldType.F32, odd).floatAt(3)).isEqualTo(0.1f);
            odd.set(JAVA_DOUBLE_UNALIGNED.withOrder(LITTLE_ENDIAN), 0, 0.1);
            assertThat(Column.over(FieldType.F64, odd).doubleAt(0)).isEqualTo(0.1);
        }
    }

    @Test
    void readsAMappedFile(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("column"), bytes);
        var onHeap = Column.over(FieldType.F64, MemorySegment.ofArray(bytes));
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var mapped = channel.map(MapMode.READ_ONLY, 0, bytes.length, arena);
            assertThat(Column.over(FieldType.F64, mapped).hasSameBits(onHeap)).isTrue();
        }
    }

    @Test
    void cannotBeReadOnceItsMemoryIsReleased() {
        Column column;
        try (var arena = Arena.ofConfined()) {
            column = Column.over(FieldType.I32, arena.allocate(8));
        }
        assertThatThrownBy(() -> column.intAt(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isReadOnly() {
        var column = Column.of(1, 2);
        assertThat(column.bytes().isReadOnly()).isTrue();
        assertThatThrownBy(() -> column.bytes().set(JAVA_BYTE, 0, (byte) 9))
                .isInstanceOf(RuntimeException.class);
        assertThat(column.intAt(0)).isEqualTo(1);
    }

    @Test
    void aCopyIsTheReadersOwn() {
        var column = Column.of(1, 2);
        column.toIntArray()[0] = 9;
        assertThat(column.intAt(0)).isEqualTo(1);
    }

    @Test
    void equalityIsThatOfBits() {
        assertThat(Column.of(Float.NaN).hasSameBits(Column.of(Float.NaN))).isTrue();
        assertThat(Column.of(Float.NaN).hasSameBits(Column.of(OTHER_NAN))).isFalse();
        assertThat(Column.of(0.0f).hasSameBits(Column.of(-0.0f))).isFalse();
        assertThat(Column.of(0.0).hasSameBits(Column.of(-0.0))).isFalse();
        assertThat(Column.of(1, 2).hasSameBits(Column.of(1, 3))).isFalse();
    }

    @Test
    void columnsOfAnotherTypeOrLengthDiffer() {
        assertThat(Column.of(0).hasSameBits(Column.of(0f))).isFalse();
        assertThat(Column.of(0, 0).hasSameBits(Column.of(0L))).isFalse();
        assertThat(Column.of(1, 2).hasSameBits(Column.of(1, 2, 3))).isFalse();
        assertThat(Column.of(1, 2, 3).hasSameBits(Column.of(1, 2))).isFalse();
    }
}
