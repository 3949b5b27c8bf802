package tare.detectors.calorimeter.map;

/// How the barrel's towers were cabled to crates and trigger patches.
public enum MapVariant {
    /// As designed; the published table of 2003-04-01.
    NOMINAL,
    /// With 82 pairs of towers exchanged since 2006; 14 towers moved to another patch.
    REPAIRED,
    /// The repairs, and the patches of towers 4014..4017 exchanged with those of 4054..4057.
    SWAPPED
}
