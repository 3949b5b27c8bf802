package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

class ViewsTest {
    private static final FieldScheme SCHEME = FieldScheme.of("tube", new BitField("tube", 31));

    private static BankBuilder one(BankLayout layout) {
        return BankBuilder.of(layout, SCHEME, 1);
    }

    @Test
    void theErrorOfAMeanIsItsRmsOverTheRootOfItsCount() {
        var msn = one(Layouts.msn("ADC"));
        msn.floats("rms")[0] = 6;
        msn.ints("n")[0] = 9;
        assertThat(new MeanView(msn.freeze(Journal.EMPTY)).error(0)).isEqualTo(2);
        var ms = one(Layouts.ms("ADC")).header(Header.of(4, Map.of()));
        ms.floats("mean")[0] = 80;
        ms.floats("rms")[0] = 6;
        var view = new MeanView(ms.freeze(Journal.EMPTY));
        assertThat(view.mean(0)).isEqualTo(80);
        assertThat(view.n(0)).isEqualTo(4);
        assertThat(view.error(0)).isEqualTo(3);
    }

    @Test
    void theErrorOfALineTakesTheCovarianceAlong() {
        var line = one(Layouts.line("DAC", "ADC"));
        float[] values = {1, 2, 9, -3, 4};
        for (int field = 0; field < values.length; field++) line.set(field, 0, values[field]);
        line.set(5, 0, 7.5);
        line.set(6, 0, 8);
        var view = new LineView(line.freeze(Journal.EMPTY));
        assertThat(view.at(0, 3)).isEqualTo(7);
        assertThat(view.errorAt(0, 3)).isCloseTo(Math.sqrt(9 - 18 + 36), within(1e-12));
        assertThat(view.interceptError(0)).isEqualTo(3);
        assertThat(view.slopeError(0)).isEqualTo(2);
        assertThat(view.chi2(0)).isEqualTo(7.5);
        assertThat(view.ndf(0)).isEqualTo(8);
    }

    /// Worked out from Wilson's formula by a program of its own, at 95 %.
    @ParameterizedTest
    @CsvSource({
        "0,10,0.0,0.2775",
        "10,10,0.7225,1.0",
        "5,10,0.2366,0.7634",
        "1,10,0.0179,0.4042",
        "95,100,0.8882,0.9785",
        "0,0,0,1"
    })
    void efficienciesHaveWilsonIntervals(int passed, int total, double low, double high) {
        var eff = one(Layouts.EFF);
        eff.ints("passed")[0] = passed;
        eff.ints("total")[0] = total;
        var view = new EfficiencyView(eff.freeze(Journal.EMPTY));
        assertThat(view.efficiency(0)).isEqualTo(Double.valueOf(passed / (double) total));
        assertThat(view.low(0, 1.959964)).isCloseTo(low, within(5e-5));
        assertThat(view.high(0, 1.959964)).isCloseTo(high, within(5e-5));
    }

    @Test
    void anotherLayoutIsRefused() {
        Bank status = one(Layouts.STATUS).freeze(Journal.EMPTY);
        assertThatThrownBy(() -> new MeanView(status))
                .hasMessage("status/1 is neither ms/1 nor msn/1");
        assertThatThrownBy(() -> new LineView(status)).hasMessage("status/1 is not line/1");
        assertThatThrownBy(() -> new EfficiencyView(status)).hasMessage("status/1 is not eff/1");
    }
}
