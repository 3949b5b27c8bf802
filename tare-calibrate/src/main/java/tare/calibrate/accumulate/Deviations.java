package tare.calibrate.accumulate;

/// n, Σd and Σd² of the deviations d = x − pivot of some samples from a pivot near them.
///
/// What is read from them does not depend on the pivot: exactly so for integer samples (ADC and TDC
/// counts) while n · Σd² stays below 2^106.
record Deviations(long n, Twofold sum, Twofold squares) {
    static final Deviations NONE = new Deviations(0, Twofold.ZERO, Twofold.ZERO);

    Deviations plus(Deviations samePivot) {
        return new Deviations(
                Math.addExact(n, samePivot.n),
                sum.plus(samePivot.sum),
                squares.plus(samePivot.squares));
    }

    /// The same samples about a pivot that is higher by `shift`.
    Deviations about(Twofold shift) {
        Twofold shifts = shift.times((double) n);
        Twofold twice = sum.plus(sum).minus(shifts);
        return new Deviations(n, sum.minus(shifts), squares.minus(shift.times(twice)));
    }

    /// Mean distance from the pivot, roughly.
    double meanDistance() {
        return sum.high() / (double) n;
    }

    /// NaN without samples.
    double mean(double pivot) {
        return n == 0
                ? Double.NaN
                : Twofold.product(pivot, (double) n).plus(sum).dividedBy((double) n);
    }

    /// Σ (x − mean)².
    double squaredDeviations() {
        if (n == 0) return 0;
        Twofold timesN = squares.times((double) n).minus(sum.times(sum));
        return Math.max(timesN.dividedBy((double) n), 0);
    }
}
