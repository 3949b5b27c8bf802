package tare.core.bank;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// The values of one field in dense order, one per channel or one row of several. Read-only.
///
/// A column is a view: over an array that its maker gave away, or over the bytes of a payload.
/// Reading a column of another type than asked for is refused; [#value] reads any type as a
/// `double`.
public final class Column {
    private final FieldType type;
    private final MemorySegment data;
    private final int size;

    private Column(FieldType type, MemorySegment data) {
        if (data.byteSize() % type.bytes() != 0) {
            throw new IllegalArgumentException(
                    data.byteSize() + " bytes are not a whole number of " + type + " values");
        }
        this.type = type;
        this.data = data.asReadOnly();
        this.size = Math.toIntExact(data.byteSize() / type.bytes());
    }

    /// A column over an array, which the caller must not change any more.
    public static Column of(int... values) {
        return new Column(FieldType.I32, MemorySegment.ofArray(values));
    }

    /// A column over an array, which the caller must not change any more.
    public static Column of(float... values) {
        return new Column(FieldType.F32, MemorySegment.ofArray(values));
    }

    /// A column over an array, which the caller must not change any more.
    public static Column of(long... values) {
        return new Column(FieldType.I64, MemorySegment.ofArray(values));
    }

    /// A column over an array, which the caller must not change any more.
    public static Column of(double... values) {
        return new Column(FieldType.F64, MemorySegment.ofArray(values));
    }

    /// A column over little-endian bytes.
    public static Column over(FieldType type, MemorySegment bytes) {
        return new Column(type, bytes);
    }

    public FieldType type() {
        return type;
    }

    /// Number of values: channels times the field's length.
    public int size() {
        return size;
    }

    public int intAt(int index) {
        require(FieldType.I32);
        return data.get(JAVA_INT_UNALIGNED, (long) index * Integer.BYTES);
    }

    public float floatAt(int index) {
        require(FieldType.F32);
        return data.get(JAVA_FLOAT_UNALIGNED, (long) index * Float.BYTES);
    }

    public long longAt(int index) {
        require(FieldType.I64);
        return data.get(JAVA_LONG_UNALIGNED, (long) index * Long.BYTES);
    }

    public double doubleAt(int index) {
        require(FieldType.F64);
        return data.get(JAVA_DOUBLE_UNALIGNED, (long) index * Double.BYTES);
    }

    /// A value of any type as a `double`.
    public double value(int index) {
        return switch (type) {
            case I32 -> intAt(index);
            case F32 -> floatAt(index);
            case I64 -> longAt(index);
            case F64 -> doubleAt(index);
        };
    }

    /// A copy, for loops.
    public int[] toIntArray() {
        require(FieldType.I32);
        return data.toArray(JAVA_INT_UNALIGNED);
    }

    /// A copy, for loops.
    public float[] toFloatArray() {
        require(FieldType.F32);
        return data.toArray(JAVA_FLOAT_UNALIGNED);
    }

    /// A copy of any type as `double`, for loops.
    public double[] toDoubleArray() {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) values[i] = value(i);
        return values;
    }

    /// A copy as an array of the type's own: `int[]`, `float[]`, `long[]` or `double[]`.
    public Object toArray() {
        return switch (type) {
            case I32 -> data.toArray(JAVA_INT_UNALIGNED);
            case F32 -> data.toArray(JAVA_FLOAT_UNALIGNED);
            case I64 -> data.toArray(JAVA_LONG_UNALIGNED);
            case F64 -> data.toArray(JAVA_DOUBLE_UNALIGNED);
        };
    }

    /// Copies values bit by bit into an array of the type's own.
    void copyTo(Object array, int from, int to, int count) {
        long offset = (long) from * type.bytes();
        switch (type) {
            case I32 -> MemorySegment.copy(data, JAVA_INT_UNALIGNED, offset, array, to, count);
            case F32 -> MemorySegment.copy(data, JAVA_FLOAT_UNALIGNED, offset, array, to, count);
            case I64 -> MemorySegment.copy(data, JAVA_LONG_UNALIGNED, offset, array, to, count);
            case F64 -> MemorySegment.copy(data, JAVA_DOUBLE_UNALIGNED, offset, array, to, count);
        }
    }

    /// The values as bytes, read-only, without a copy.
    public MemorySegment bytes() {
        return data;
    }

    /// Whether two columns hold the same bits; NaN equals NaN, 0.0 differs from -0.0.
    public boolean hasSameBits(Column other) {
        return type == other.type && data.mismatch(other.data) == -1;
    }

    private void require(FieldType wanted) {
        if (type != wanted) {
            throw new IllegalStateException("this column holds " + type + ", not " + wanted);
        }
    }
}
