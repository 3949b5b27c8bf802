package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tare.core.bank.Column;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;

class ChannelSetTest {
    private static final FieldScheme TUBE = FieldScheme.of("tube", new BitField("tube", 16));

    private static ChannelSet set(int... ids) {
        return new ChannelSet(TUBE, Column.of(ids));
    }

    @Test
    void equalSetsDoNotDiffer() {
        assertThat(set(1, 5, 9).differenceFrom(set(1, 5, 9))).isEmpty();
    }

    @Test
    void namesTheIdsThatOnlyOneHas() {
        assertThat(set(1, 5, 9).differenceFrom(set(2, 5)).orElseThrow())
                .isEqualTo(
                        "3 channels here and 2 there; only here: tube 1, tube 9; only there: tube"
                                + " 2");
    }

    @Test
    void namesFiveOfMany() {
        assertThat(set(1, 2, 3, 4, 5, 6, 7).differenceFrom(set()).orElseThrow())
                .contains("tube 5, …;");
    }

    @Test
    void theSameNumbersUnderAnotherSchemeAreOtherChannels() {
        var address = new ChannelSet(FieldScheme.of("crate", new BitField("c", 16)), Column.of(1));
        assertThat(set(1).differenceFrom(address).orElseThrow()).contains("tube", "crate");
    }
}
