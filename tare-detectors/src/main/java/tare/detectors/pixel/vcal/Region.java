package tare.detectors.pixel.vcal;

import tare.detectors.pixel.geometry.BarrelPosition;
import tare.detectors.pixel.geometry.EndcapPosition;
import tare.detectors.pixel.geometry.ModulePosition;

/// A part of the pixel detector that shares one radiation dose: a barrel layer, or a ring of blades
/// in all endcap disks.
public enum Region {
    LAYER_1(1, "layer1"),
    LAYER_2(2, "layer2"),
    LAYER_3(3, "layer3"),
    LAYER_4(4, "layer4"),
    /// Inner blades of the endcap disks.
    RING_1(1, "ring1"),
    /// Outer blades of the endcap disks.
    RING_2(2, "ring2");

    private final int number;
    private final String key;

    Region(int number, String key) {
        this.number = number;
        this.key = key;
    }

    /// The region a module belongs to.
    public static Region of(ModulePosition position) {
        return switch (position) {
            case BarrelPosition place -> layer(place.layer());
            case EndcapPosition place -> ring(place.ring());
        };
    }

    /// A barrel layer.
    ///
    /// @param layer 1 to 4
    public static Region layer(int layer) {
        return switch (layer) {
            case 1 -> LAYER_1;
            case 2 -> LAYER_2;
            case 3 -> LAYER_3;
            case 4 -> LAYER_4;
            default -> throw new IllegalArgumentException("layer must be 1 to 4, got " + layer);
        };
    }

    /// An endcap ring.
    ///
    /// @param ring 1, inner, or 2, outer
    public static Region ring(int ring) {
        return switch (ring) {
            case 1 -> RING_1;
            case 2 -> RING_2;
            default -> throw new IllegalArgumentException("ring must be 1 or 2, got " + ring);
        };
    }

    public boolean isBarrel() {
        return compareTo(LAYER_4) <= 0;
    }

    /// Layer 1 to 4 or ring 1 to 2.
    public int number() {
        return number;
    }

    /// As it stands in tables and journals: `layer1` to `layer4`, `ring1`, `ring2`.
    public String key() {
        return key;
    }

    /// What people call it: `layer 1`, `ring 2`.
    public String label() {
        return (isBarrel() ? "layer " : "ring ") + number;
    }
}
