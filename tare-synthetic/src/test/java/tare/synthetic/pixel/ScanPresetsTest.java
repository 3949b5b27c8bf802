package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tare.detectors.pixel.gain.GainScan;

class ScanPresetsTest {
    @Test
    void theDemoPulsesEveryTenthRowAsProductionDoes() {
        GainScan demo = ScanPresets.DEMO;
        assertThat(demo.events()).isEqualTo(10_440).isEqualTo(GainScan.PRODUCTION.events() / 10);
        assertThat(demo.vcal()).isEqualTo(GainScan.PRODUCTION.vcal());
        assertThat(IntStream.range(0, 80).filter(row -> demo.patternOf(row, 11) >= 0))
                .containsExactly(5, 15, 25, 35, 45, 55, 65, 75);
    }

    @Test
    void theSmallScanHasTwoRows() {
        assertThat(ScanPresets.SMALL.patterns()).isEqualTo(18);
        assertThat(ScanPresets.SMALL.events()).isEqualTo(2_610);
    }
}
