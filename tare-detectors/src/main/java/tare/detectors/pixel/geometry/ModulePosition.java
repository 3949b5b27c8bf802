package tare.detectors.pixel.geometry;

/// Where a module sits, in the numbering of the raw detector id.
public sealed interface ModulePosition permits BarrelPosition, EndcapPosition {
    /// The part of the detector the module belongs to.
    PixelPart part();

    /// Side along the beam.
    Side side();

    /// Half across the beam.
    Half half();

    /// How the ROCs lie in the module.
    RocOrientation orientation();
}
