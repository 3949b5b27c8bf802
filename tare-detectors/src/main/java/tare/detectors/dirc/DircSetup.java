package tare.detectors.dirc;

/// How much of a DIRC there is: all of it, or a few modules on a test stand.
///
/// Another setup is another detector: its constants live in a store of their own.
///
/// @param sectors 1 to 12, each with a crate of its own
/// @param modules of a sector, 1 to 14, each read by a board of its own
public record DircSetup(int sectors, int modules) {
    /// The whole ring: 12 sectors of 14 modules of 64 tubes, 10,752 tubes.
    public static final DircSetup RING = new DircSetup(12, 14);

    /// One sector with two modules, 128 tubes.
    public static final DircSetup TEST_STAND = new DircSetup(1, 2);

    /// Tubes of a module.
    public static final int MODULE_TUBES = 64;

    private static final int MAX_SECTORS = 12;
    private static final int MAX_MODULES = 14;

    public DircSetup {
        requireWithin("sectors", sectors, MAX_SECTORS);
        requireWithin("modules of a sector", modules, MAX_MODULES);
    }

    private static void requireWithin(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(what + " must be 1.." + max + ", got " + value);
        }
    }

    /// Tubes of a sector, and so of a bank.
    public int tubesOfSector() {
        return modules * MODULE_TUBES;
    }

    public int tubes() {
        return sectors * tubesOfSector();
    }
}
