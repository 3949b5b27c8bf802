package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tare.core.bank.BankBuilder;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;

class PoorChi2Test {
    /// Three channels through 0, 0 and `middle` at x = 0, 2 and 1; chi2 is 2/3 middle².
    private static final PointColumns POINTS =
            PointColumns.byPoint(
                    new int[] {3, 3, 0},
                    3,
                    new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2},
                    new double[] {0, 0, 0, 1, 9, 9, 0, 0, 0},
                    new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});

    @Test
    void isSuspectAndKeepsItsValues() {
        var plain = new ScatterLineFit("DAC", "ADC");
        BankBuilder lines = Rows.fit(new PoorChi2<>(plain, 0.001), POINTS);
        assertThat(Rows.status(lines, 0)).isEqualTo(FitStatus.OK);
        assertThat(Rows.status(lines, 1)).isEqualTo(FitStatus.POOR_CHI2);
        assertThat(Rows.status(lines, 2)).isEqualTo(FitStatus.NO_DATA);
        assertThat(new ChannelFlag(lines.flags()[1]).quality()).isEqualTo(Quality.SUSPECT);
        assertThat(lines.floats("intercept"))
                .isEqualTo(Rows.fit(plain, POINTS).floats("intercept"));
    }

    @Test
    void needsAFitThatHasAChi2() {
        assertThatThrownBy(() -> new PoorChi2<>(new MomentsFit("ADC"), 0.1))
                .hasMessageContaining("has no field 'chi2'");
    }
}
