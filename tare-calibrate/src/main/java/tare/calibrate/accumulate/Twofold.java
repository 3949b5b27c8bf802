package tare.calibrate.accumulate;

/// A number as the unevaluated sum of two doubles, the second at most half a last digit of the
/// first: some 106 bits.
///
/// Integers below 2^100 are added and subtracted exactly, and multiplied exactly while the product
/// stays below 2^106 and the factors below 2^53. Source: T. J. Dekker, Numer. Math. 18 (1971) 224;
/// D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.
record Twofold(double high, double low) {
    static final Twofold ZERO = new Twofold(0, 0);

    static Twofold of(double value) {
        return new Twofold(value, 0);
    }

    /// a + b without rounding.
    static Twofold sum(double a, double b) {
        double s = a + b;
        double shareOfB = s - a;
        return new Twofold(s, (a - (s - shareOfB)) + (b - shareOfB));
    }

    /// a - b without rounding.
    static Twofold difference(double a, double b) {
        return sum(a, -b);
    }

    /// a · b without rounding, unless it falls below 1e-290.
    static Twofold product(double a, double b) {
        double p = a * b;
        return new Twofold(p, Math.fma(a, b, -p));
    }

    Twofold plus(Twofold other) {
        Twofold highs = sum(high, other.high);
        Twofold lows = sum(low, other.low);
        Twofold first = renormalised(highs.high, highs.low + lows.high);
        return renormalised(first.high, first.low + lows.low);
    }

    Twofold minus(Twofold other) {
        return plus(other.negated());
    }

    Twofold negated() {
        return new Twofold(-high, -low);
    }

    Twofold times(Twofold other) {
        Twofold p = product(high, other.high);
        return renormalised(p.high, p.low + (high * other.low + low * other.high));
    }

    Twofold times(double factor) {
        Twofold p = product(high, factor);
        return renormalised(p.high, p.low + low * factor);
    }

    /// The quotient, rounded to a double: the same for the same number however it was reached.
    double dividedBy(double divisor) {
        double quotient = high / divisor;
        Twofold rest = minus(product(quotient, divisor));
        return quotient + rest.high / divisor;
    }

    private static Twofold renormalised(double large, double small) {
        double s = large + small;
        return new Twofold(s, small - (s - large));
    }
}
