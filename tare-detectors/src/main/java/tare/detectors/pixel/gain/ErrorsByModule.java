package tare.detectors.pixel.gain;

import java.util.SortedMap;
import java.util.TreeMap;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWord;

/// Gives errors of words to the modules that they speak of.
///
/// What a link reports (25, 29, 30, 31, 36, 40) goes to the module of its ROC 1, an invalid address
/// (37) to that of its ROC. A nearly full FIFO (28) and links without a ROC 1 belong to no module.
/// Source: PixelDataFormatter.cc of CMSSW; time-outs by the link field (cmssw issue 41715).
final class ErrorsByModule {
    private static final int[] TYPES_OF_LINK = {25, 29, 30, 31, 36, 40};
    private static final int INVALID_PIXEL = 37;

    private ErrorsByModule() {}

    /// @param invalidByRoc invalid addresses by ROC ordinal
    /// @return by module index the number of errors of each type that occurred
    static SortedMap<Integer, SortedMap<Integer, Long>> of(
            FedCabling cabling, PixelErrors errors, long[] invalidByRoc) {
        var byModule = new TreeMap<Integer, SortedMap<Integer, Long>>();
        for (int link = 0; link < PixelWord.LINKS; link++) {
            int module = cabling.moduleOfLink(link);
            if (module == FedCabling.UNCABLED) continue;
            for (int type : TYPES_OF_LINK) add(byModule, module, type, errors.count(type, link));
        }
        for (int roc = 0; roc < invalidByRoc.length; roc++) {
            add(byModule, cabling.moduleIndex(roc), INVALID_PIXEL, invalidByRoc[roc]);
        }
        return byModule;
    }

    private static void add(
            SortedMap<Integer, SortedMap<Integer, Long>> byModule, int module, int type, long n) {
        if (n == 0) return;
        byModule.computeIfAbsent(module, _ -> new TreeMap<>()).merge(type, n, Long::sum);
    }
}
