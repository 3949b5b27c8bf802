package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.List;

/// A complete cabling of the whole detector: 29,696 ROCs, each once, on 108 FEDs.
///
/// For synthetic data and for trying things out; decoding real data needs the table that was valid
/// when they were taken. The barrel follows the real rule to the last link ([BarrelFedRule]), so
/// 64 FEDs use 48 links, 8 use 24, 8 use 16. The endcap follows what is publicly readable and
/// invents the rest ([EndcapFedRule]); all its FEDs use 48 links.
public final class CablingGenerator {
    private CablingGenerator() {}

    /// The same cabling at every call.
    public static Cabling phase1() {
        List<CabledRoc> rocs = new ArrayList<>(BarrelFedRule.rocs());
        rocs.addAll(EndcapFedRule.rocs());
        try {
            return Cabling.of(rocs, CablingScope.DETECTOR);
        } catch (CablingException e) {
            throw new IllegalStateException("the cabling rules contradict themselves", e);
        }
    }
}
