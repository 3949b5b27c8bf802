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
///
/// @param rowLength 1 for an array of one dimension; otherwise the second dimension, row by row
record Npy(Column values, int rowLength) {
    private static final int ALIGNMENT = 64;
    private static final int PREAMBLE = 10;
    private static final int CHUNK = 1 << 16;

    void write(OutputStream out) throws IOException {
        out.write(header());
        MemorySegment bytes = values.bytes();
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.byteSize())];
        for (long at = 0; at < bytes.byteSize(); at += chunk.length) {
            int length = (int) Math.min(chunk.length, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }

    byte[] header() {
        String dictionary =
                "{'descr': '"
                        + typeCode()
                        + "', 'fortran_order': False, 'shape': "
                        + shape()
                        + ", }";
        int unpadded = PREAMBLE + dictionary.length() + 1;
        int padding = Math.floorMod(-unpadded, ALIGNMENT);
        int length = dictionary.length() + padding + 1;
        String start = "\u0093NUMPY\1\0" + (char) (length & 0xFF) + (char) (length >>> 8);
        return (start + dictionary + " ".repeat(padding) + "\n").getBytes(ISO_8859_1);
    }

    private String shape() {
        return rowLength == 1
                ? "(" + values.size() + ",)"
                : "(" + values.size() / rowLength + ", " + rowLength + ")";
    }

    private String typeCode() {
        return switch (values.type()) {
            case I32 -> "<i4";
            case F32 -> "<f4";
            case I64 -> "<i8";
            case F64 -> "<f8";
        };
    }
}
