package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tare.conditions.Samples;
import tare.core.bank.BankLayout;
import tare.core.operation.Indirection;
import tare.core.time.TimeAxis;

class CalibrationTypeTest {
    private static final CalibrationType TYPE =
            Samples.type(
                    new FailureLimit.FewerThan(100),
                    new Check.Range("pedestal", Double.NEGATIVE_INFINITY, 255),
                    new Check.Difference("pedestal", 0.5),
                    new Check.FlagRequired(3, 1),
                    new Check.BadChannels(new FailureLimit.FewerThanFraction(0.01)));

    /// Stored types are read for ever, and their digests are their versions.
    @Test
    void theStoredFormStays() {
        assertThat(TYPE.toJson())
                .isEqualTo(
                        """
                        {"name":"pedestal","axis":"RUN","layout":{"name":"pedestal","version":1,\
                        "fields":[{"name":"pedestal","unit":"ADC","type":"F32"},\
                        {"name":"entries","unit":"1","type":"I32"}]},\
                        "idScheme":{"name":"test","fields":[{"name":"crate","bits":8},\
                        {"name":"channel","bits":20}]},\
                        "checks":[{"range":"pedestal","min":"-Infinity","max":255.0},\
                        {"difference":"pedestal","max":0.5},{"flagMask":3,"bits":1},\
                        {"bad":{"fewerThanFraction":0.01}}],"limit":{"fewerThan":100}}""");
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(CalibrationType.parse(TYPE.toJson())).isEqualTo(TYPE);
        assertThat(CalibrationType.parse(TYPE.toJson()).identity()).isEqualTo(TYPE.identity());
    }

    private static CalibrationType indirect(BankLayout values, Check... checks) {
        return CalibrationType.sharing(
                "pedestal",
                values,
                Samples.SCHEME,
                TimeAxis.RUN,
                CutTable.of(List.of(checks), new FailureLimit.FewerThan(1)));
    }

    @Test
    void theStoredFormOfAnIndirectTypeNamesItsDataLayer() {
        CalibrationType type = indirect(Samples.LAYOUT);

        assertThat(type.toJson())
                .endsWith(
                        """
                        "limit":{"fewerThan":1},"dataLayer":{"name":"pedestal","version":1,\
                        "fields":[{"name":"pedestal","unit":"ADC","type":"F32"},\
                        {"name":"entries","unit":"1","type":"I32"}]}}""");
        assertThat(CalibrationType.parse(type.toJson())).isEqualTo(type);
        assertThat(TYPE.toJson()).doesNotContain("dataLayer");
        assertThat(CalibrationType.parse(TYPE.toJson()).isIndirect()).isFalse();
    }

    @Test
    void eachCutOfAnIndirectTypeJudgesTheLayerThatHasItsField() {
        var onIndex = new Check.Range("index", 0, 9);
        var onValues = new Check.Range("pedestal", 0, 255);
        CalibrationType type = indirect(Samples.LAYOUT, onIndex, onValues);

        assertThat(type.layer(BankName.DATA_LAYER).validation().checks()).containsExactly(onValues);
        assertThat(type.layer(new BankName(3, "x")).validation().checks()).containsExactly(onIndex);
        assertThat(type.layer(BankName.DATA_LAYER).layout()).isEqualTo(Samples.LAYOUT);
    }

    @Test
    void aDataLayerStaysADataLayer() {
        CalibrationType type = indirect(Samples.LAYOUT);
        var fewer = new BankLayout("pedestal", 1, List.of(Samples.LAYOUT.fields().getFirst()));
        var next = new BankLayout("pedestal", 2, fewer.fields());

        assertThat(type.objections(indirect(fewer)))
                .containsExactly("other fields need a layout version above 1");
        assertThat(type.objections(indirect(next))).isEmpty();
        assertThat(TYPE.objections(TYPE)).isEmpty();
        assertThat(type.objections(TYPE)).contains("the data layer is pedestal, not none");
        assertThatThrownBy(
                        () ->
                                CalibrationType.parse(
                                        type.toJson()
                                                .replace("index/1", "x")
                                                .replace("\"index\"", "\"x\"")))
                .hasMessageContaining("banks of layout index/1");
        assertThatThrownBy(() -> indirect(Indirection.INDEX))
                .hasMessageContaining("no field named index");
    }

    @Test
    void onlyTheDataLayerHasANumberBelowZero() {
        assertThat(new BankName(-1, "data-layer")).isEqualTo(BankName.DATA_LAYER);
        assertThatThrownBy(() -> new BankName(-1, "north")).hasMessageContaining("data-layer");
        assertThatThrownBy(() -> new BankName(-2, "data-layer")).hasMessageContaining("got -2");
    }

    @Test
    void saysWhatIsWrongWithAText() {
        String json = TYPE.toJson();
        assertThatThrownBy(
                        () -> CalibrationType.parse(json.replace("\"difference\"", "\"spline\"")))
                .hasMessageContaining("use a newer one");
        assertThatThrownBy(() -> CalibrationType.parse(json.replace("\"RUN\"", "\"MOON\"")))
                .hasMessageContaining("no TimeAxis");
        assertThatThrownBy(() -> CalibrationType.parse(json.replace("\"bits\":8", "\"bits\":8.5")))
                .hasMessageContaining("'bits' must be a whole number, is 8.5");
        assertThatThrownBy(() -> CalibrationType.parse("{\"name\":1}"))
                .hasMessageContaining("'name' must be a text");
        assertThatThrownBy(() -> CalibrationType.parse("{\"name\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not JSON");
    }
}
