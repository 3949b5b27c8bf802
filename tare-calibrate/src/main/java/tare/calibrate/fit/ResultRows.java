package tare.calibrate.fit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;

/// The end of every fit: a row's status goes to its flag, and no row keeps a value that is no
/// number.
final class ResultRows {
    /// More ranges than threads, so that a slow range does not leave the others waiting.
    private static final int RANGES_PER_THREAD = 4;

    /// Smaller ranges cost more in scratch space and hand-over than they gain.
    private static final int SMALLEST_RANGE = 256;

    private static final int WRITTEN = allBits();

    private final int[] flags;
    private final float[][] floats;
    private final double[][] doubles;

    private ResultRows(BankBuilder results) {
        flags = results.flags();
        floats = names(results, FieldType.F32).map(results::floats).toArray(float[][]::new);
        doubles = names(results, FieldType.F64).map(results::doubles).toArray(double[][]::new);
    }

    private static Stream<String> names(BankBuilder results, FieldType type) {
        return results.layout().fields().stream()
                .filter(field -> field.type() == type)
                .map(FieldDefinition::name);
    }

    /// @throws IllegalArgumentException if input, range, fit and results do not belong together
    static ResultRows of(
            ChannelFit<?> fit, FitInput input, int from, int until, BankBuilder results) {
        if (!results.layout().equals(fit.layout())) {
            throw new IllegalArgumentException(
                    "this fit fills " + fit.layout() + ", got results of " + results.layout());
        }
        if (results.size() != input.channels()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "input has %d channels, results %d",
                            input.channels(),
                            results.size()));
        }
        Objects.checkFromToIndex(from, until, input.channels());
        return new ResultRows(results);
    }

    static int rangeSize(int channels, int threads) {
        int ranges = RANGES_PER_THREAD * threads;
        return Math.max(SMALLEST_RANGE, (channels + ranges - 1) / ranges);
    }

    private static int allBits() {
        int bits = 0;
        for (Quality quality : Quality.values()) bits |= quality.bits();
        for (FitStatus status : FitStatus.values()) {
            if (status != FitStatus.UNKNOWN) bits |= status.bits();
        }
        return bits;
    }

    /// Ends a row whose values are known to be finite.
    void endFinite(int row, FitStatus status) {
        flags[row] = flags[row] & ~WRITTEN | status.bits() | quality(status).bits();
    }

    /// Ends rows whose values are known to be finite and good.
    void endGood(int fromRow, int untilRow) {
        int kept = ~WRITTEN;
        for (int i = fromRow; i < untilRow; i++) flags[i] &= kept;
    }

    /// Ends a row: values of a bad fit become 0, values beyond the range of their column too.
    void end(int row, FitStatus status) {
        FitStatus last = status;
        if (quality(last) != Quality.BAD && !isFinite(row)) last = FitStatus.NON_FINITE_RESULT;
        if (quality(last) == Quality.BAD) clear(row);
        endFinite(row, last);
    }

    static Quality quality(FitStatus status) {
        return switch (status) {
            case OK -> Quality.GOOD;
            case AT_BOUND, POOR_CHI2 -> Quality.SUSPECT;
            case NOT_FITTED,
                    NO_DATA,
                    TOO_FEW_SAMPLES,
                    SINGULAR_MATRIX,
                    NON_FINITE_INPUT,
                    NON_FINITE_RESULT,
                    OUT_OF_HISTOGRAM_RANGE,
                    UNKNOWN ->
                    Quality.BAD;
        };
    }

    private boolean isFinite(int row) {
        boolean finite = true;
        for (float[] column : floats) {
            int length = column.length / flags.length;
            for (int i = row * length; i < (row + 1) * length; i++) {
                finite &= Float.isFinite(column[i]);
            }
        }
        for (double[] column : doubles) {
            int length = column.length / flags.length;
            for (int i = row * length; i < (row + 1) * length; i++) {
                finite &= Double.isFinite(column[i]);
            }
        }
        return finite;
    }

    private void clear(int row) {
        for (float[] column : floats) {
            int length = column.length / flags.length;
            Arrays.fill(column, row * length, (row + 1) * length, 0);
        }
        for (double[] column : doubles) {
            int length = column.length / flags.length;
            Arrays.fill(column, row * length, (row + 1) * length, 0);
        }
    }
}
