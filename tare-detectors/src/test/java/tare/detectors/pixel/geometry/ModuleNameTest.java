package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleNameTest {
    // Worked by hand from the rules in CMSSW PixelBarrelName.cc and PixelEndcapName.cc, phase 1.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 4, BPix_BmI_SEC3_LYR1_LDR3F_MOD1",
        "1, 3, 6, BPix_BpI_SEC1_LYR1_LDR1F_MOD2",
        "1, 4, 5, BPix_BpO_SEC1_LYR1_LDR1F_MOD1",
        "1, 9, 1, BPix_BmO_SEC8_LYR1_LDR6F_MOD4",
        "1, 10, 8, BPix_BpI_SEC8_LYR1_LDR6F_MOD4",
        "1, 12, 4, BPix_BmI_SEC6_LYR1_LDR4F_MOD1",
        "2, 7, 4, BPix_BmI_SEC1_LYR2_LDR1F_MOD1",
        "2, 14, 5, BPix_BpO_SEC4_LYR2_LDR7F_MOD1",
        "2, 22, 5, BPix_BpI_SEC8_LYR2_LDR14F_MOD1",
        "2, 28, 5, BPix_BpI_SEC5_LYR2_LDR8F_MOD1",
        "3, 33, 5, BPix_BpO_SEC8_LYR3_LDR22F_MOD1",
        "3, 44, 5, BPix_BpI_SEC5_LYR3_LDR12F_MOD1",
        "4, 49, 5, BPix_BpI_SEC8_LYR4_LDR32F_MOD1",
        "4, 64, 1, BPix_BmI_SEC5_LYR4_LDR17F_MOD4"
    })
    void namesBarrelModules(int layer, int ladder, int module, String name) {
        ModulePosition place = new BarrelPosition(layer, ladder, module);
        assertThat(ModuleName.of(place)).isEqualTo(name);
        assertThat(ModuleName.parse(name)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "PLUS, 1, 6, 1, FPix_BpI_D1_BLD1_PNL1_RNG1",
        "PLUS, 1, 1, 2, FPix_BpI_D1_BLD6_PNL2_RNG1",
        "MINUS, 2, 7, 1, FPix_BmO_D2_BLD1_PNL1_RNG1",
        "MINUS, 2, 17, 1, FPix_BmO_D2_BLD11_PNL1_RNG1",
        "PLUS, 3, 18, 1, FPix_BpI_D3_BLD11_PNL1_RNG1",
        "PLUS, 3, 22, 1, FPix_BpI_D3_BLD7_PNL1_RNG1",
        "PLUS, 1, 23, 1, FPix_BpI_D1_BLD9_PNL1_RNG2",
        "PLUS, 1, 31, 1, FPix_BpI_D1_BLD1_PNL1_RNG2",
        "PLUS, 1, 32, 1, FPix_BpO_D1_BLD1_PNL1_RNG2",
        "MINUS, 1, 48, 2, FPix_BmO_D1_BLD17_PNL2_RNG2",
        "MINUS, 1, 49, 2, FPix_BmI_D1_BLD17_PNL2_RNG2",
        "MINUS, 1, 56, 2, FPix_BmI_D1_BLD10_PNL2_RNG2"
    })
    void namesEndcapModules(Side side, int disk, int blade, int panel, String name) {
        ModulePosition place = new EndcapPosition(side, disk, blade, panel);
        assertThat(ModuleName.of(place)).isEqualTo(name);
        assertThat(ModuleName.parse(name)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "BPix_BmO_SEC4_LYR2_LDR6F_MOD1, BPix_BmO_SEC3_LYR2_LDR6F_MOD1",
        "BPix_BmO_SEC2_LYR1_LDR1F_MOD1, BPix_BmO_SEC1_LYR1_LDR1F_MOD1",
        "BPix_BmO_SEC2_LYR1_LDR1H_MOD1, BPix_BmO_SEC1_LYR1_LDR1F_MOD1"
    })
    void readsNamesOfReadoutTables(String readout, String software) {
        assertThat(ModuleName.of(ModuleName.parse(readout))).isEqualTo(software);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bpix_bmi_sec1_lyr1_ldr1f_mod1 | not of the form | BPix_BmI_SEC1_LYR1_LDR1F_MOD1",
                "BPix_BmI_SEC1_LYR1_LDR1F_MOD | not of the form | BPix_BmI_SEC1_LYR1_LDR1F_MOD",
                "BPix_BmI_SEC1_LYR1_LDR7F_MOD1 | LDR of LYR1 must be 1..6, got 7 |"
                        + " BPix_BmI_SEC1_LYR1_LDR1F_MOD1",
                "BPix_BmI_SEC5_LYR4_LDR1F_MOD1 | SEC must be 1 for this |"
                        + " BPix_BmI_SEC1_LYR4_LDR1F_MOD1",
                "BPix_BmI_SEC5_LYR2_LDR6F_MOD1 | SEC must be 3 or 4 for this |"
                        + " BPix_BmI_SEC3_LYR2_LDR6F_MOD1",
                "BPix_BmI_SEC1_LYR2_LDR1H_MOD1 | LDR with H exists in layer 1 only |"
                        + " BPix_BmI_SEC1_LYR2_LDR1F_MOD1",
                "FPix_BpI_D1_BLD12_PNL1_RNG1 | BLD of RNG1 must be 1..11, got 12 | FPix_BpI_D1_BLD",
                "FPix_BpI_D1_BLD18_PNL2_RNG2 | BLD of RNG2 must be 1..17, got 18 | _PNL2_RNG2",
                "FPix_BpI_D1_BLD01_PNL1_RNG1 | not of the form | FPix_BpI_D1_BLD1_PNL1_RNG1"
            })
    void refusesOtherNamesAndShowsTheNearestOne(String name, String reason, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleName.parse(name))
                .withMessageContaining("'" + name + "'")
                .withMessageContaining(reason)
                .withMessageContaining("did you mean " + (nearest.startsWith("_") ? "" : nearest))
                .withMessageContaining(nearest);
    }

    @Test
    void namesMeanTheModuleTheyCameFrom() {
        for (PixelModule module : PixelGeometry.phase1().modules())
            assertThat(ModuleName.parse(module.name())).isEqualTo(module.position());
    }

    @ParameterizedTest
    @CsvSource({
        "BPix_BpI_SEC1_LYR1_LDR1F_MOD2_ROC12, 8",
        "BPix_BpI_SEC1_LYR1_LDR1H_MOD2_ROC4, 0",
        "BPix_BpI_SEC1_LYR2_LDR1F_MOD2_ROC12, 12",
        "FPix_BpI_D1_BLD1_PNL1_RNG1_ROC15, 15"
    })
    void readsRocNames(String name, int position) {
        assertThat(RocName.parse(name).position()).isEqualTo(position);
    }

    @Test
    void refusesRocNamesWithoutARocOfTheModule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocName.parse("BPix_BpI_SEC1_LYR2_LDR1F_MOD2_ROC16"))
                .withMessageContaining("_ROC0 .. _ROC15")
                .withMessageContaining("_ROC16");
    }
}
