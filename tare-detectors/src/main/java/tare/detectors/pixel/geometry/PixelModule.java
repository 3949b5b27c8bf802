package tare.detectors.pixel.geometry;

/// One of the 1,856 modules.
///
/// @param index dense index, 0..1855, for columns of per-module numbers; Tare's own, see
///     [PixelPart]
/// @param id raw detector id
/// @param name as people write it, see [ModuleName]
/// @param position where it sits
public record PixelModule(int index, RawDetectorId id, String name, ModulePosition position) {
    public PixelModule {
        if (index < 0) throw new IllegalArgumentException("index must be >= 0, got " + index);
        if (!id.position().equals(position))
            throw new IllegalArgumentException(id + " is not at " + position);
    }

    static PixelModule at(int index, ModulePosition position) {
        return new PixelModule(
                index, RawDetectorId.of(position), ModuleName.of(position), position);
    }

    public PixelPart part() {
        return position.part();
    }

    public RocOrientation orientation() {
        return position.orientation();
    }
}
