package tare.detectors.pixel.geometry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A ROC by the name in read-out tables: a module name and `_ROC0` .. `_ROC15`.
///
/// In barrel layer 1 the named number is not the position in the module: position = (number + 12)
/// mod 16, so that `H` names (ROC 4 to 11) are positions 0 to 7 and `F` names the others.
/// Elsewhere both are equal. Source: comparison of the barrel name-translation table of
/// cms-analysis/DPGAnalysis-SiPixelTools with CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat on
/// the same links of FEDs 1200, 1288 and 1289; for the endcap equality is assumed.
///
/// @param module where the module sits
/// @param position of the ROC in the module, 0..15
public record RocName(ModulePosition module, int position) {
    private static final Pattern FORM = Pattern.compile("(.*)_ROC(\\d|1[0-5])");
    private static final int LAYER_1_SHIFT = 12;

    public RocName {
        if (position < 0 || position >= RocPixel.ROCS)
            throw new IllegalArgumentException("ROC position must be 0..15, got " + position);
    }

    /// Reads a name.
    ///
    /// @throws IllegalArgumentException if it means no ROC of the detector
    public static RocName parse(String name) {
        Matcher match = FORM.matcher(name);
        if (!match.matches())
            throw new IllegalArgumentException(
                    "a ROC name ends in _ROC0 .. _ROC15, got '" + name + "'");
        ModulePosition module = ModuleName.parse(match.group(1));
        int number = Integer.parseInt(match.group(2));
        if (module.part() != PixelPart.BPIX_1) return new RocName(module, number);
        return new RocName(module, (number + LAYER_1_SHIFT) % RocPixel.ROCS);
    }
}
