package tare.conditions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;

class ColumnSummaryTest {
    private static final FieldDefinition FIELD =
            new FieldDefinition("gain", "e/ADC", FieldType.F64);

    @Test
    void leavesOutWhatIsNotFinite() {
        var summary =
                ColumnSummary.of(
                        FIELD,
                        Column.of(
                                Double.NaN,
                                1.0,
                                Double.POSITIVE_INFINITY,
                                3.0,
                                Double.NEGATIVE_INFINITY));

        assertThat(summary).isEqualTo(new ColumnSummary(FIELD, 2, 1, 3, 2, 1));
    }

    @Test
    void keepsASmallSpreadAroundALargeMean() {
        double[] values = new double[100_000];
        for (int i = 0; i < values.length; i++) values[i] = 1e9 + (i % 2 == 0 ? 1 : -1);

        var summary = ColumnSummary.of(FIELD, Column.of(values));

        assertThat(summary.mean()).isCloseTo(1e9, within(1e-6));
        assertThat(summary.rms()).isCloseTo(1, within(1e-9));
    }

    @Test
    void hasNoFiguresWithoutValues() {
        assertThat(ColumnSummary.of(FIELD, Column.of(new double[0])))
                .isEqualTo(
                        new ColumnSummary(
                                FIELD, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void onlyTheChosenChannelsCount() {
        var chosen = new BitSet();
        chosen.set(1);
        chosen.set(3);

        var summary = ColumnSummary.of(FIELD, Column.of(0.0, 49, 0, 51), chosen);

        assertThat(summary).isEqualTo(new ColumnSummary(FIELD, 2, 49, 51, 50, 1));
    }
}
