package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The phase-1 pixel detector: 1,856 modules in the order of the dense index.
///
/// Parts follow each other as in [PixelPart]; within a part modules are ordered by raw id, that is
/// by ladder then module in the barrel, by blade then panel in the endcap (so ring 1 before ring
/// 2). Immutable; safe for all threads. Counts: CMS phase-1 pixel detector, 96 + 224 + 352 + 512
/// barrel and 6 x 112 endcap modules of 16 ROCs.
public final class PixelGeometry {
    /// Modules of the detector.
    public static final int MODULES = 1856;

    private static final int NONE = -1;

    private final List<PixelModule> modules;
    private final Map<PixelPart, List<PixelModule>> byPart = new EnumMap<>(PixelPart.class);
    private final Map<String, PixelModule> byName = new HashMap<>();
    private final int[] sortedIds;
    private final int[] indexOfSorted;

    private PixelGeometry(List<PixelModule> modules) {
        this.modules = List.copyOf(modules);
        for (PixelPart part : PixelPart.values())
            byPart.put(part, modules.stream().filter(m -> m.part() == part).toList());
        for (PixelModule module : modules) byName.put(module.name(), module);
        List<PixelModule> sorted =
                modules.stream().sorted(Comparator.comparing(PixelModule::id)).toList();
        sortedIds = sorted.stream().mapToInt(m -> m.id().value()).toArray();
        indexOfSorted = sorted.stream().mapToInt(PixelModule::index).toArray();
    }

    /// Builds the detector as installed since 2017.
    public static PixelGeometry phase1() {
        List<PixelModule> modules = new ArrayList<>(MODULES);
        for (PixelPart part : PixelPart.values())
            for (ModulePosition place : part.positions())
                modules.add(PixelModule.at(modules.size(), place));
        return new PixelGeometry(modules);
    }

    /// All modules; a module stands at its dense index.
    public List<PixelModule> modules() {
        return modules;
    }

    /// The modules of a layer or disk.
    public List<PixelModule> modules(PixelPart part) {
        return Objects.requireNonNull(byPart.get(part));
    }

    /// The modules of a barrel layer, 1..4.
    public List<PixelModule> barrelLayer(int layer) {
        return modules(PixelPart.barrel(layer));
    }

    /// The modules of one ring of a disk, 44 in ring 1 and 68 in ring 2.
    public List<PixelModule> endcapRing(Side side, int disk, int ring) {
        if (disk < 1 || disk > 3 || ring < 1 || ring > 2)
            throw new IllegalArgumentException(
                    "disk must be 1..3 and ring 1 or 2, got disk " + disk + " ring " + ring);
        return modules(PixelPart.endcap(side, disk)).stream()
                .filter(m -> m.position() instanceof EndcapPosition place && place.ring() == ring)
                .toList();
    }

    /// The module at a dense index.
    ///
    /// @throws IllegalArgumentException if the index is not 0..1855
    public PixelModule module(int index) {
        if (index < 0 || index >= modules.size())
            throw new IllegalArgumentException("module index must be 0..1855, got " + index);
        return modules.get(index);
    }

    /// The module with a raw id.
    public PixelModule module(RawDetectorId id) {
        return modules.get(indexOf(id.value()));
    }

    /// The module with a name, in any spelling [ModuleName#parse] takes.
    ///
    /// @throws IllegalArgumentException if there is none
    public PixelModule module(String name) {
        PixelModule exact = byName.get(name);
        return exact != null ? exact : module(RawDetectorId.of(ModuleName.parse(name)));
    }

    /// Dense index of any 32-bit number taken as a raw id, or -1 if it is no module.
    public int indexOf(int rawId) {
        int found = Arrays.binarySearch(sortedIds, rawId);
        return found < 0 ? NONE : indexOfSorted[found];
    }
}
