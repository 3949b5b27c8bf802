package tare.detectors.pixel.vcal;

import java.util.Locale;
import tare.core.bank.Bank;

/// Slopes and offsets of all modules by dense module index, read from a bank for use in loops.
public final class ModuleVcal {
    private final float[] slopeElectrons;
    private final float[] offsetElectrons;

    private ModuleVcal(float[] slopeElectrons, float[] offsetElectrons) {
        this.slopeElectrons = slopeElectrons;
        this.offsetElectrons = offsetElectrons;
    }

    /// The constants of a bank with the layout of [VcalBank].
    ///
    /// @throws IllegalArgumentException if layout or id scheme is another, or a module is missing
    public static ModuleVcal of(Bank bank) {
        if (!bank.layout().equals(VcalBank.LAYOUT) || !bank.idScheme().equals(VcalBank.MODULE)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "VCal constants are a bank %s under ids %s, got %s under %s",
                            VcalBank.LAYOUT,
                            VcalBank.MODULE.name(),
                            bank.layout(),
                            bank.idScheme().name()));
        }
        for (int i = 0; i < bank.size(); i++) {
            if (bank.ids().intAt(i) != i) {
                throw new IllegalArgumentException(
                        "VCal constants of module " + i + " are missing");
            }
        }
        return new ModuleVcal(
                bank.column("slope").toFloatArray(), bank.column("offset").toFloatArray());
    }

    /// Number of modules.
    public int size() {
        return slopeElectrons.length;
    }

    /// Charge per VCal step of the low range [e/VCal].
    ///
    /// @param module dense index
    public float slopeElectrons(int module) {
        return slopeElectrons[module];
    }

    /// Charge at VCal 0 [e].
    ///
    /// @param module dense index
    public float offsetElectrons(int module) {
        return offsetElectrons[module];
    }

    /// Charge injected into a module at a VCal setting [e].
    ///
    /// @param module dense index
    /// @param vcalLow setting in steps of the low range
    public double electrons(int module, double vcalLow) {
        return slopeElectrons[module] * vcalLow + offsetElectrons[module];
    }
}
