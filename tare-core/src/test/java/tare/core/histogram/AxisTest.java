package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    private static final Axis UNIFORM = Axis.uniform(4, 0, 2);
    private static final Axis VARIABLE = Axis.variable(0, 0.5, 1, 2);

    @ParameterizedTest
    @CsvFileSource(resources = "lookup.csv")
    void findsTheBinAsRootDoes(int bins, double min, double max, double x, int bin) {
        assertThat(Axis.uniform(bins, min, max).bin(x)).isEqualTo(bin);
    }

    @ParameterizedTest
    @CsvSource({
        "-Infinity, 0, 0",
        "-4.9e-324, 0, 0",
        "-0.0,      1, 1",
        "0.0,       1, 1",
        "0.5,       2, 2",
        "1.0,       3, 3",
        "1.9999999999999998, 4, 3",
        "2.0,       5, 4",
        "Infinity,  5, 4",
        "NaN,       5, 4"
    })
    void includesTheLowerEdgeAndExcludesTheUpper(double x, int uniformBin, int variableBin) {
        assertThat(UNIFORM.bin(x)).isEqualTo(uniformBin);
        assertThat(VARIABLE.bin(x)).isEqualTo(variableBin);
    }

    @Test
    void takesNegativeZeroForZeroAtAnInnerEdge() {
        assertThat(Axis.variable(-1, 0, 1).bin(-0.0)).isEqualTo(2);
        assertThat(Axis.variable(-1, -0.0, 1).bin(0.0)).isEqualTo(2);
        assertThat(Axis.uniform(2, -1, 1).bin(-0.0)).isEqualTo(2);
    }

    @Test
    void knowsEdgesAndCentres() {
        assertThat(UNIFORM.edges()).containsExactly(0, 0.5, 1, 1.5, 2);
        assertThat(VARIABLE.edges()).containsExactly(0, 0.5, 1, 2);
        assertThat(UNIFORM.centre(1)).isEqualTo(0.25);
        assertThat(VARIABLE.centre(3)).isEqualTo(1.5);
    }

    @Test
    void continuesCentresBeyondTheLimitsByTheMeanWidth() {
        assertThat(UNIFORM.centre(0)).isEqualTo(-0.25);
        assertThat(UNIFORM.centre(5)).isEqualTo(2.25);
        assertThat(Axis.variable(0, 1, 4).centre(0)).isEqualTo(-1);
        assertThat(Axis.variable(0, 1, 4).centre(3)).isEqualTo(5);
    }

    @Test
    void endsExactlyAtTheUpperLimit() {
        var axis = Axis.uniform(49, 0.3, 0.7);
        assertThat(axis.lowEdge(50)).isEqualTo(0.7);
        assertThat(axis.edges()).hasSize(50).endsWith(0.7);
    }

    @Test
    void doesNotChangeWithTheArraysItWasMadeFromOrGaveOut() {
        double[] edges = {0, 1, 2};
        var axis = Axis.variable(edges);
        edges[1] = 1.5;
        axis.edges()[1] = 1.5;
        assertThat(axis.bin(1.2)).isEqualTo(2);
    }

    @Test
    void carriesTitleAndUnit() {
        var axis = UNIFORM.labelled("pulse height", "ADC");
        assertThat(axis.title()).isEqualTo("pulse height");
        assertThat(axis.unit()).isEqualTo("ADC");
        assertThat(VARIABLE.labelled("charge", "e")).isEqualTo(VARIABLE.labelled("charge", "e"));
        assertThat(VARIABLE.labelled("charge", "e")).isNotEqualTo(VARIABLE);
    }

    @Test
    void refusesLimitsThatMakeNoAxis() {
        assertThatThrownBy(() -> Axis.uniform(0, 0, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Axis.uniform(10, 1, 1)).hasMessageContaining("[1.0, 1.0)");
        assertThatThrownBy(() -> Axis.uniform(10, Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Axis.uniform(10, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Axis.uniform(10, 0, Double.MAX_VALUE))
                .as("the lookup would overflow")
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Axis.variable(1)).hasMessageContaining("got 1");
        assertThatThrownBy(() -> Axis.variable(0, 1, 1)).hasMessageContaining("1.0 as edge 2");
        assertThatThrownBy(() -> Axis.variable(0, Double.NaN, 2)).hasMessageContaining("NaN");
    }

    @Test
    void saysWhatDiffersFromAnotherAxis() {
        assertThat(UNIFORM.differenceFrom(Axis.uniform(5, 0, 2)))
                .hasValue("number of bins is 4 here and 5 there");
        assertThat(UNIFORM.differenceFrom(Axis.uniform(4, 1, 2)))
                .hasValue("lower limit is 0.0 here and 1.0 there");
        assertThat(UNIFORM.differenceFrom(Axis.uniform(4, 0, 3)))
                .hasValue("upper limit is 2.0 here and 3.0 there");
        assertThat(UNIFORM.labelled("", "e").differenceFrom(UNIFORM.labelled("", "ADC")))
                .hasValue("unit is \"e\" here and \"ADC\" there");
        assertThat(UNIFORM.differenceFrom(Axis.variable(UNIFORM.edges())))
                .hasValue("kind is uniform here and variable there");
        assertThat(VARIABLE.differenceFrom(Axis.variable(0, 0.5, 1.5, 2)))
                .hasValue("lower edge of bin 3 is 1.0 here and 1.5 there");
        assertThat(VARIABLE.differenceFrom(Axis.variable(VARIABLE.edges()))).isEmpty();
        assertThat(UNIFORM.differenceFrom(UNIFORM.labelled("other title", ""))).isEmpty();
    }
}
