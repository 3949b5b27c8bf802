package tare.export.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import tare.core.bank.Column;

/// One column in NumPy's array format, version 1.0. All numbers are little-endian.
///
/// | offset | bytes | content |
/// | --- | --- | --- |
/// | 0 | 6 | 0x93 and `NUMPY` |
/// | 6 | 2 | version: 1, 0 |
/// | 8 | 2 | header length n, so that 10 + n is a multiple of 64 |
/// | 10 | n | Python dictionary of type, order and shape, padded with spaces, ended by LF |
/// | 10 + n | | the values |
///
/// Source: NumPy manual, `numpy.lib.format`.
final class Npy {
    private static final int ALIGNMENT = 64;
    private static final int PREAMBLE = 10;
    private static final int CHUNK = 1 << 16;

    private Npy() {}

    static void write(OutputStream out, Column column) throws IOException {
        out.write(header(column));
        MemorySegment values = column.bytes();
        byte[] chunk = new byte[(int) Math.min(CHUNK, values.byteSize())];
        for (long at = 0; at < values.byteSize(); at += chunk.length) {
            int length = (int) Math.min(chunk.length, values.byteSize() - at);
            MemorySegment.copy(values, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }

    static byte[] header(Column column) {
        String dictionary =
                "{'descr': '"
                        + typeCode(column)
                        + "', 'fortran_order': False, 'shape': ("
                        + column.size()
                        + ",), }";
        int unpadded = PREAMBLE + dictionary.length() + 1;
        int padding = Math.floorMod(-unpadded, ALIGNMENT);
        int length = dictionary.length() + padding + 1;
        String start = "\u0093NUMPY\1\0" + (char) (length & 0xFF) + (char) (length >>> 8);
        return (start + dictionary + " ".repeat(padding) + "\n").getBytes(ISO_8859_1);
    }

    private static String typeCode(Column column) {
        return switch (column.type()) {
            case I32 -> "<i4";
            case F32 -> "<f4";
            case I64 -> "<i8";
            case F64 -> "<f8";
        };
    }
}
