package tare.core.bank;

/// A typed single value in a header.
public sealed interface Scalar {
    record Whole(long value) implements Scalar {}

    record Real(double value) implements Scalar {}

    record Text(String value) implements Scalar {}

    static Scalar of(long value) {
        return new Whole(value);
    }

    static Scalar of(double value) {
        return new Real(value);
    }

    static Scalar of(String value) {
        return new Text(value);
    }
}
