package tare.export.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.export.plot.Distribution;
import tare.export.plot.Graph;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;
import tare.export.plot.PlotFile;

class BankPagesTest {
    private static final FieldDefinition MEAN = new FieldDefinition("mean", "ns", FieldType.F32);
    private static final int BAD = Quality.BAD.bits();

    @TempDir Path folder;

    @Test
    void showsEachFieldOfUsableChannelsAndLeavesArraysOut() {
        Bank bank = bank(new int[] {0, BAD, 0, 0}, 1, 99, 3, Float.NaN);
        Page page = BankPages.content("T0", bank);
        assertThat(page.title()).isEqualTo("T0: 3 of 4 channels usable");
        assertThat(page.rows()).hasSize(1);
        assertThat(counts(page, 0)).isEqualTo(2);
        Graph along = (Graph) page.rows().getFirst().plots().get(1);
        assertThat(along.points().getFirst().points())
                .extracting(p -> p.x(), p -> p.y())
                .containsExactly(tuple(0.0, 1.0), tuple(2.0, 3.0));
    }

    @Test
    void manyChannelsAreDrawnAsMeansBetweenTheirExtremes() {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) values[i] = i % 2;
        Graph along =
                (Graph)
                        BankPages.content("many", bank(new int[values.length], values))
                                .rows()
                                .getFirst()
                                .plots()
                                .get(1);
        assertThat(along.points().getFirst().points())
                .hasSize(400)
                .allSatisfy(p -> assertThat(p.y()).isCloseTo(0.5, within(0.03)));
        assertThat(along.curves().get(0).points()).allMatch(p -> p.y() == 1);
        assertThat(along.curves().get(1).points()).allMatch(p -> p.y() == 0);
    }

    @Test
    void differencesAreLaterMinusEarlierWhereBothAreUsable() {
        Bank from = bank(new int[] {0, 0, BAD, 0}, 1, 2, 3, 4);
        Bank to = bank(new int[] {0, BAD, 0, 0}, 1.5f, 2, 3, 3);
        Page page = BankPages.difference("T0", from, to);
        assertThat(page.title()).isEqualTo("T0: channels that became bad: 1, that recovered: 1");
        Graph along = (Graph) page.rows().getFirst().plots().get(1);
        assertThat(along.points().getFirst().points())
                .extracting(p -> p.y())
                .containsExactly(0.5, -1.0);
        assertThat(counts(page, 0)).isEqualTo(2);
    }

    @Test
    void aTrendHoldsItsValueUntilTheNextInterval() {
        Bank early = bank(new int[] {0, 0}, 1, 3);
        Bank late = bank(new int[] {0, BAD}, 7, 9);
        var trend =
                new Trend(
                        MEAN,
                        List.of(
                                Trend.Point.ofAll(100, early, MEAN),
                                Trend.Point.ofAll(200, late, MEAN)));
        assertThat(trend.points().getFirst())
                .isEqualTo(new Trend.Point(100, 2, 2.0, 1.0, 1.0, 3.0));
        Graph graph = (Graph) trend.page("T0", RUN).rows().getFirst().plots().getFirst();
        assertThat(graph.curves().getFirst().points())
                .extracting(p -> p.x(), p -> p.y())
                .containsExactly(tuple(100.0, 2.0), tuple(200.0, 2.0), tuple(200.0, 7.0));
        assertThat(Trend.Point.ofChannel(200, late, MEAN, 1).channels()).isZero();
        assertThat(Trend.Point.ofChannel(100, early, MEAN, 1).mean()).isEqualTo(3);
    }

    @Test
    void everyPageCanBeDrawnEvenWithoutAnyUsableChannel() throws IOException {
        Bank empty = bank(new int[] {BAD, BAD}, 1, 2);
        PlotFile.write(folder.resolve("a.png"), BankPages.content("none", empty));
        PlotFile.write(folder.resolve("b.pdf"), BankPages.difference("none", empty, empty));
        var trend = new Trend(MEAN, List.of(Trend.Point.ofAll(1, empty, MEAN)));
        PlotFile.write(folder.resolve("c.PNG"), trend.page("none", RUN));
        assertThat(folder).isDirectoryContaining("glob:**.PNG");
        assertThatThrownBy(
                        () ->
                                PlotFile.write(
                                        folder.resolve("d.svg"), BankPages.content("x", empty)))
                .hasMessageContaining("d.svg")
                .hasMessageContaining(".png or .pdf");
    }

    @Test
    void saysWhereThereIsNothingToDraw() {
        Bank status =
                Bank.of(
                        new BankLayout("status", 1, List.of()),
                        FieldScheme.of("test", new BitField("channel", 20)),
                        Header.EMPTY,
                        Column.of(1),
                        Column.of(0),
                        List.of(),
                        Journal.EMPTY);
        assertThatThrownBy(() -> BankPages.content("hot list", status))
                .hasMessageContaining("hot list")
                .hasMessageContaining("nothing to draw");
    }

    private static final PlotAxis RUN = PlotAxis.of("run", "1");

    private static double counts(Page page, int row) {
        var distribution = (Distribution) page.rows().get(row).plots().getFirst();
        return distribution.histograms().getFirst().counts().entries();
    }

    private static Bank bank(int[] flags, float... means) {
        int[] ids = new int[means.length];
        Arrays.setAll(ids, i -> i);
        var layout =
                new BankLayout(
                        "test",
                        1,
                        List.of(MEAN, new FieldDefinition("counts", "1", FieldType.I32, 2)));
        return Bank.of(
                layout,
                FieldScheme.of("test", new BitField("channel", 20)),
                Header.EMPTY,
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(means), Column.of(new int[2 * means.length])),
                Journal.EMPTY);
    }
}
