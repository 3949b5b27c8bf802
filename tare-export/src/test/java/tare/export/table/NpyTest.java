package tare.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tare.core.bank.Column;
import tare.core.bank.FieldType;

class NpyTest {
    @ParameterizedTest
    @CsvFileSource(resources = "npy-headers.csv")
    void headerIsByteForByteThatOfNumpy(FieldType type, int size, String hex) {
        Column column =
                switch (type) {
                    case I32 -> Column.of(new int[size]);
                    case F32 -> Column.of(new float[size]);
                    case I64 -> Column.of(new long[size]);
                    case F64 -> Column.of(new double[size]);
                };
        assertThat(HexFormat.of().formatHex(new Npy(column, 1).header())).isEqualTo(hex);
    }

    /// As `np.lib.format.header_data_from_array_1_0` describes an array of shape (3, 2).
    @Test
    void anArrayFieldHasTwoDimensions() {
        byte[] header = new Npy(Column.of(1f, 2f, 3f, 4f, 5f, 6f), 2).header();
        assertThat(new String(header, 10, header.length - 10, StandardCharsets.US_ASCII).strip())
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }");
        assertThat(header.length % 64).isZero();
    }

    @Test
    void valuesFollowInLittleEndianOrder() throws IOException {
        var out = new ByteArrayOutputStream();
        new Npy(Column.of(1, -2, 0x01020304), 1).write(out);
        byte[] body = Arrays.copyOfRange(out.toByteArray(), 128, out.size());
        assertThat(HexFormat.of().formatHex(body)).isEqualTo("01000000feffffff04030201");
    }

    @Test
    void columnsLongerThanTheBufferAreComplete() throws IOException {
        double[] values = new double[20_001];
        Arrays.setAll(values, i -> i + 0.25);
        var out = new ByteArrayOutputStream();
        new Npy(Column.of(values), 1).write(out);
        double[] read = new double[values.length];
        ByteBuffer body = ByteBuffer.wrap(out.toByteArray(), 128, out.size() - 128);
        body.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(read);
        assertThat(out.size()).isEqualTo(128 + 8 * values.length);
        assertThat(read).isEqualTo(values);
    }
}
