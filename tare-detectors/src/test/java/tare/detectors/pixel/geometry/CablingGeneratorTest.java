package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CablingGeneratorTest {
    private final Cabling cabling = CablingGenerator.phase1();

    @Test
    void cablesEveryRocOnceOnTheDetectorsFeds() {
        assertThat(cabling.rocCount()).isEqualTo(29_696);
        Set<Integer> addresses = new HashSet<>();
        for (int module = 0; module < PixelGeometry.MODULES; module++)
            for (int position = 0; position < RocPixel.ROCS; position++)
                addresses.add(cabling.address(module, position));
        assertThat(addresses).hasSize(29_696).doesNotContain(Cabling.UNCABLED);
        List<Integer> feds = new ArrayList<>(FedNumbers.barrel());
        feds.addAll(FedNumbers.endcap());
        assertThat(cabling.feds()).isEqualTo(feds).hasSize(108);
        assertThat(cabling.benchFeds()).isEmpty();
    }

    @Test
    void numbersTheFedsAsTheDetectorDoes() {
        assertThat(FedNumbers.barrel())
                .hasSize(80)
                .startsWith(1200, 1201)
                .endsWith(1292, 1293)
                .contains(1209, 1212, 1221, 1224, 1281, 1284)
                .doesNotContain(1210, 1211, 1222, 1282);
        assertThat(FedNumbers.endcap())
                .hasSize(28)
                .startsWith(1296)
                .endsWith(1338)
                .contains(1302, 1308, 1314, 1320, 1326, 1332)
                .doesNotContain(1303, 1315, 1339);
    }

    @Test
    void usesFortyEightTwentyFourAndSixteenLinks() {
        Map<Integer, Integer> barrelFedsByLinks = new HashMap<>();
        for (int fed : FedNumbers.barrel())
            barrelFedsByLinks.merge(cabling.forFed(fed).orElseThrow().linkCount(), 1, Integer::sum);
        assertThat(barrelFedsByLinks).isEqualTo(Map.of(48, 64, 24, 8, 16, 8));
        for (int fed : FedNumbers.endcap())
            assertThat(cabling.forFed(fed).orElseThrow().linkCount()).isEqualTo(48);
    }

    @Test
    void putsOneModuleOnALinkWithTheRocsOfItsPart() {
        for (int fed : cabling.feds()) {
            FedCabling links = cabling.forFed(fed).orElseThrow();
            for (int link = 1; link <= CabledRoc.LINKS; link++) checkLink(links, link);
        }
    }

    private void checkLink(FedCabling fed, int link) {
        if (!fed.usesLink(link)) return;
        int first = fed.ordinal(FedCabling.linkRoc(link, 1));
        PixelModule module = cabling.geometry().module(fed.moduleIndex(first));
        int rocs = module.part().rocsPerLink();
        for (int roc = 1; roc <= 8; roc++) {
            int ordinal = fed.ordinal(FedCabling.linkRoc(link, roc));
            assertThat(ordinal == FedCabling.UNCABLED)
                    .as("FED %d link %d ROC %d", fed.fed(), link, roc)
                    .isEqualTo(roc > rocs);
            if (roc > rocs) continue;
            assertThat(fed.moduleIndex(ordinal)).isEqualTo(module.index());
            assertThat(fed.position(ordinal)).isEqualTo(fed.position(first) + roc - 1);
        }
    }

    /// Rows read in CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat (f98cc08).
    @Test
    void agreesWithTheRealExamples() {
        assertThat(firstRocs(1200, 1, 8)).allMatch(roc -> roc.module().value() == 303050776);
        assertThat(firstRocs(1200, 1, 8).stream().map(CabledRoc::position))
                .containsExactly(8, 10, 12, 14, 0, 2, 4, 6);
        assertThat(firstRocs(1288, 17, 24)).allMatch(roc -> roc.module().value() == 303075332);
        assertThat(firstRocs(1288, 17, 24).stream().map(CabledRoc::position))
                .containsExactly(12, 14, 8, 10, 0, 2, 4, 6);
        assertThat(firstRocs(1289, 41, 48).stream().map(roc -> roc.module().value()))
                .containsExactly(
                        304156680, 304156680, 304156680, 304156680, 304156676, 304156676, 304156676,
                        304156676);
        assertThat(modules(1296, 1, 28))
                .containsExactly(
                        352609284, 352610308, 352711684, 352712708, 352871428, 352872452, 352973828,
                        352974852, 353133572, 353134596, 353235972, 353236996, 352605188,
                        352606212);
        assertThat(modules(1308, 1, 28))
                .containsExactly(
                        352715780, 352716804, 352613380, 352614404, 352977924, 352978948, 352875524,
                        352876548, 353240068, 353241092, 353137668, 353138692, 352719876,
                        352720900);
        assertThat(modules(1297, 5, 24))
                .containsExactly(
                        352703492, 352704516, 352863236, 352864260, 352965636, 352966660, 353125380,
                        353126404, 353227780, 353228804);
        assertThat(modules(1297, 25, 32))
                .containsExactly(352695300, 352696324, 352699396, 352700420);
    }

    private List<Integer> modules(int fed, int first, int last) {
        return firstRocs(fed, first, last).stream()
                .filter(roc -> roc.position() == 0)
                .map(roc -> roc.module().value())
                .toList();
    }

    private List<CabledRoc> firstRocs(int fed, int first, int last) {
        FedCabling links = cabling.forFed(fed).orElseThrow();
        return IntStream.rangeClosed(first, last)
                .map(link -> links.ordinal(FedCabling.linkRoc(link, 1)))
                .mapToObj(
                        ordinal ->
                                new CabledRoc(
                                        fed,
                                        links.link(ordinal),
                                        links.roc(ordinal),
                                        cabling.geometry().module(links.moduleIndex(ordinal)).id(),
                                        links.position(ordinal)))
                .toList();
    }

    @Test
    void refusesTheSameRocTwiceWhenBuiltFromRows() {
        CabledRoc roc = new CabledRoc(1200, 1, 1, RawDetectorId.barrel(1, 3, 6), 0);
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> Cabling.of(List.of(roc, roc), CablingScope.DETECTOR))
                .withMessageContaining("cabled in line 1 already");
    }
}
