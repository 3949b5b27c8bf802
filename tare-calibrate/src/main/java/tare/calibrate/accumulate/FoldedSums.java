package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.doubles;
import static tare.calibrate.accumulate.PartialSums.longs;

import java.util.Arrays;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.Column;

/// [Deviations] of many channels as columns.
final class FoldedSums {
    private final long[] n;
    private final double[] sumHigh;
    private final double[] sumLow;
    private final double[] squaresHigh;
    private final double[] squaresLow;

    FoldedSums(int channels) {
        n = new long[channels];
        sumHigh = new double[channels];
        sumLow = new double[channels];
        squaresHigh = new double[channels];
        squaresLow = new double[channels];
    }

    FoldedSums(Bank bank) {
        n = longs(bank, "n");
        sumHigh = doubles(bank, "sum_high");
        sumLow = doubles(bank, "sum_low");
        squaresHigh = doubles(bank, "squares_high");
        squaresLow = doubles(bank, "squares_low");
    }

    long count(int channel) {
        return n[channel];
    }

    Deviations get(int channel) {
        return new Deviations(
                n[channel],
                new Twofold(sumHigh[channel], sumLow[channel]),
                new Twofold(squaresHigh[channel], squaresLow[channel]));
    }

    void set(int channel, Deviations all) {
        n[channel] = all.n();
        sumHigh[channel] = all.sum().high();
        sumLow[channel] = all.sum().low();
        squaresHigh[channel] = all.squares().high();
        squaresLow[channel] = all.squares().low();
    }

    void clear() {
        Arrays.fill(n, 0);
        Arrays.fill(sumHigh, 0);
        Arrays.fill(sumLow, 0);
        Arrays.fill(squaresHigh, 0);
        Arrays.fill(squaresLow, 0);
    }

    /// Copies: n, high and low of Σd, high and low of Σd².
    List<Column> columns() {
        return List.of(
                Column.of(n.clone()),
                Column.of(sumHigh.clone()),
                Column.of(sumLow.clone()),
                Column.of(squaresHigh.clone()),
                Column.of(squaresLow.clone()));
    }
}
