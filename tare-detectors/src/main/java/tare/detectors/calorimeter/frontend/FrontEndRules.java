package tare.detectors.calorimeter.frontend;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Which rules are in force: the defects of the reference that are reproduced, and how pedestals
/// are rounded.
///
/// @param reproduced in the order of their declaration; all others are mended
public record FrontEndRules(Set<FrontEndDefect> reproduced, PedestalRounding rounding) {
    public FrontEndRules {
        var ordered = EnumSet.noneOf(FrontEndDefect.class);
        ordered.addAll(reproduced);
        reproduced = Collections.unmodifiableSet(ordered);
    }

    /// The default: no defect.
    public static FrontEndRules mended() {
        return new FrontEndRules(Set.of(), PedestalRounding.HALF_TO_EVEN);
    }

    /// Bit for bit what the reference does.
    public static FrontEndRules asReference() {
        return new FrontEndRules(
                EnumSet.allOf(FrontEndDefect.class), PedestalRounding.HALF_TO_EVEN);
    }

    /// The same, and these defects only.
    public FrontEndRules reproducing(Collection<FrontEndDefect> defects) {
        return new FrontEndRules(Set.copyOf(defects), rounding);
    }

    public FrontEndRules with(PedestalRounding other) {
        return new FrontEndRules(reproduced, other);
    }

    boolean reproduce(FrontEndDefect defect) {
        return reproduced.contains(defect);
    }
}
