package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelBrowserTest {
    private static final UniformMap MAP =
            UniformMap.of(List.of("sector", "module", "tube"), 12, 14, 64);
    private static final ChannelBrowser BROWSER = new ChannelBrowser(MAP);

    @ParameterizedTest
    @CsvSource({"sector,12", "module,168", "tube,10752"})
    void countsTheProductOfTheWidths(String level, long nodes) {
        assertThat(BROWSER.nodes(level).count()).isEqualTo(nodes);
        assertThat(BROWSER.nodes(level)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void twoWalksAreEqual() {
        assertThat(BROWSER.nodes("module").toArray()).isEqualTo(BROWSER.nodes("module").toArray());
    }

    @Test
    void whatIsBelowAllNodesIsWhatThereIs() {
        var through =
                BROWSER.nodes("sector")
                        .flatMap(sector -> BROWSER.nodesBelow("sector", sector, "module"))
                        .flatMap(module -> BROWSER.nodesBelow("module", module, "tube"));
        assertThat(through.toArray()).isEqualTo(BROWSER.nodes("tube").toArray());
    }

    @Test
    void aNodeIsTheValueOfTheFieldsDownToIt() {
        FieldScheme modules = MAP.idScheme().upTo("module");
        long[] third = BROWSER.nodesBelow("sector", 3, "module").toArray();
        assertThat(third).hasSize(14).startsWith(modules.pack(3, 0)).endsWith(modules.pack(3, 13));
    }

    @Test
    void givesTheChannelsOfANode() {
        int[] last = BROWSER.channels("sector", 11);
        assertThat(last).hasSize(896);
        assertThat(Arrays.stream(last)).allMatch(id -> MAP.idScheme().at("sector", id) == 11);
        assertThat(BROWSER.channels("sector", 12)).isEmpty();
    }

    @Test
    void nodesWithoutChannelsAreLeftOut() {
        FieldScheme scheme =
                FieldScheme.of("two", new BitField("module", 16), new BitField("tube", 15));
        int highest = (int) scheme.pack(65_535, 32_767);
        int[] ids = {(int) scheme.pack(2, 0), (int) scheme.pack(2, 9), highest};
        var map = ChannelTable.of(scheme, scheme, ids, new long[] {0, 1, 2});
        var browser = new ChannelBrowser(map);
        assertThat(browser.nodes("module")).containsExactly(2L, 65_535L);
        assertThat(browser.channels("module", 65_535)).containsExactly(highest);
        assertThat(browser.channels("module", 3)).isEmpty();
    }

    @Test
    void levelsHaveAnOrderAndNames() {
        assertThatThrownBy(() -> BROWSER.nodesBelow("tube", 1, "sector"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tube is below sector in uniform");
        assertThatThrownBy(() -> BROWSER.nodes("crate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field 'crate'");
    }
}
