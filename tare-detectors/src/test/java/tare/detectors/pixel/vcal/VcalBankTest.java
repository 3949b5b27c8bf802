package tare.detectors.pixel.vcal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.Scalar;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.detectors.pixel.geometry.BarrelPosition;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;

class VcalBankTest {
    private final PixelGeometry geometry = PixelGeometry.phase1();
    private final VcalCalibration calibration =
            VcalCalibration.of(VcalTags.published().tag("2025_v1"));
    private final Bank bank =
            VcalBank.of(
                    calibration,
                    geometry,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    new Author("anna", "tare test"),
                    "more luminosity");

    @Test
    void coversEveryModuleWithTheConstantsOfItsRegion() {
        assertThat(bank.size()).isEqualTo(1856);
        var modulesPerSlope = new TreeMap<String, Integer>();
        for (int i = 0; i < bank.size(); i++) {
            String slope = String.format(Locale.ROOT, "%.4f", bank.column("slope").floatAt(i));
            modulesPerSlope.merge(slope, 1, Integer::sum);
        }
        assertThat(modulesPerSlope)
                .containsEntry("50.0415", 96)
                .containsEntry("49.5850", 224)
                .containsEntry("48.7860", 352)
                .containsEntry("48.0810", 512)
                .containsEntry("53.5471", 6 * 44)
                .containsEntry("51.2676", 6 * 68)
                .hasSize(6);
    }

    @Test
    void givesOnlyTheInnermostLayerItsOwnOffset() {
        ModuleVcal constants = ModuleVcal.of(bank);

        for (PixelModule module : geometry.modules()) {
            boolean innermost =
                    module.position() instanceof BarrelPosition place && place.layer() == 1;
            assertThat(constants.offsetElectrons(module.index()))
                    .isEqualTo(innermost ? -308f : -60f);
        }
        assertThat(constants.electrons(0, 100)).isEqualTo(50.0415f * 100.0 - 308f);
    }

    @Test
    void recordsHowTheConstantsCameToBe() {
        assertThat(bank.journal().entries()).hasSize(1);
        assertThat(bank.journal().firstBroken()).isEmpty();
        JournalEntry entry = bank.journal().entries().getFirst();
        assertThat(entry.details())
                .containsEntry("tag", "2025_v1")
                .containsEntry("luminosity Run 3 [1/fb]", "219.924804948")
                .containsEntry("luminosity 2017 [1/fb]", "49.97")
                .containsEntry("dose layer1 [Mrad]", "76.973682")
                .containsEntry("correction ring1", "1.1393");
        assertThat(entry.why()).isEqualTo("more luminosity");
        assertThat(bank.header().extra()).containsEntry("tag", Scalar.of("2025_v1"));
    }

    @Test
    void refusesABankThatLacksAModule() {
        Bank partial =
                Bank.of(
                        VcalBank.LAYOUT,
                        VcalBank.MODULE,
                        bank.header(),
                        Column.of(0, 2),
                        Column.of(0, 0),
                        List.of(Column.of(1f, 1f), Column.of(0f, 0f), Column.of(1f, 1f)),
                        Journal.EMPTY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleVcal.of(partial))
                .withMessageContaining("module 1");
    }
}
