package tare.detectors.pixel.vcal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tare.export.plot.Curve;
import tare.export.plot.Graph;
import tare.export.plot.Limits;
import tare.export.plot.LineStyle;

class VcalPlotTest {
    @Test
    void drawsBothModelsAndAMarkAtEachRegionsDose() {
        VcalTag tag = VcalTags.published().tag("2026_v0");

        Graph graph = VcalPlot.of(CorrectionCurve.of(VcalCalibration.of(tag)));

        // The highest dose is 111.7 Mrad: the next ten, and 20 for the labels.
        assertThat(graph.x().limits()).isEqualTo(new Limits(0, 140));
        assertThat(graph.y().limits()).isEqualTo(new Limits(1, 1.2));
        assertThat(graph.curves())
                .extracting(Curve::style)
                .containsExactly(LineStyle.SOLID, LineStyle.DASH_DOT);
        assertThat(graph.curves())
                .allSatisfy(
                        curve ->
                                assertThat(curve.points())
                                        .allMatch(it -> it.y() >= 1 && it.y() <= 1.2));
        assertThat(graph.remarks()).containsExactly("rings: times 49/47");
        assertThat(graph.references()).hasSize(6);
        assertThat(graph.references().getFirst().label()).isEqualTo("layer 1");
        assertThat(graph.references().getFirst().x()).isBetween(111.7, 111.8);
    }
}
