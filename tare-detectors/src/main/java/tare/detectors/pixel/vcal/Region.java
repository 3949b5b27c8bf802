package tare.detectors.pixel.vcal;

/// A part of the pixel detector that shares one radiation dose: a barrel layer, or a ring of blades in
/// all endcap disks.
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
