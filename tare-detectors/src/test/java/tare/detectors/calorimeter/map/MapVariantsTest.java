package tare.detectors.calorimeter.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.time.RunNumber;

class MapVariantsTest {
    @ParameterizedTest
    @CsvSource({
        "1, NOMINAL, NOMINAL",
        "6999999, NOMINAL, NOMINAL",
        "7000000, REPAIRED, REPAIRED",
        "9999999, REPAIRED, REPAIRED",
        "10000000, SWAPPED, REPAIRED",
        "24000000, SWAPPED, REPAIRED"
    })
    void aRunHasItsMap(long run, MapVariant towers, MapVariant maskedCount) {
        MapVariants variants = MapVariants.standard();
        assertThat(variants.ofTowers(new RunNumber(run))).isEqualTo(towers);
        assertThat(variants.ofMaskedCountInReference(new RunNumber(run))).isEqualTo(maskedCount);
    }
}
