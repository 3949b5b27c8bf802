package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tare.conditions.Samples;

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
