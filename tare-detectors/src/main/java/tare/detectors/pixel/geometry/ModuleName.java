package tare.detectors.pixel.geometry;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Module names people use, and the module they mean.
///
/// - barrel `BPix_BmI_SEC1_LYR1_LDR1F_MOD1`. Read with the sector of either [SectorRule], and in
///   layer 1 with `H` for `F`: read-out tables call the half of a layer-1 module with ROCs 4 to 11
///   `H` and the other `F`;
/// - endcap `FPix_BpI_D1_BLD1_PNL1_RNG1`.
///
/// Reading is exact in case and spelling.
public final class ModuleName {
    private static final Pattern BARREL =
            Pattern.compile(
                    "BPix_B([mp])([IO])_SEC(\\d)_LYR([1-4])_LDR([1-9]\\d?)([FH])_MOD([1-4])");
    private static final Pattern ENDCAP =
            Pattern.compile("FPix_B([mp])([IO])_D([1-3])_BLD([1-9]\\d?)_PNL([12])_RNG([12])");

    private ModuleName() {}

    /// The name of the module at a place, with the sector the software prints.
    public static String of(ModulePosition position) {
        return switch (position) {
            case BarrelPosition barrel -> BarrelName.of(barrel).toString();
            case EndcapPosition endcap -> EndcapName.of(endcap).toString();
        };
    }

    /// The place a name means.
    ///
    /// @throws IllegalArgumentException if the name means no module; the message shows what is
    ///     wrong and the nearest name that exists
    public static ModulePosition parse(String name) {
        try {
            Matcher barrel = BARREL.matcher(name);
            if (barrel.matches()) return barrel(barrel);
            Matcher endcap = ENDCAP.matcher(name);
            if (endcap.matches()) return endcap(endcap);
            throw new IllegalArgumentException("not of the form of a module name");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no pixel module '%s': %s; did you mean %s?",
                            name,
                            e.getMessage(),
                            NearestName.to(name)),
                    e);
        }
    }

    private static BarrelPosition barrel(Matcher match) {
        BarrelName name =
                new BarrelName(
                        Side.ofLetter(match.group(1)),
                        Half.ofLetter(match.group(2)),
                        number(match, 4),
                        number(match, 5),
                        number(match, 7));
        checkSector(name, number(match, 3));
        if (match.group(6).equals("H") && name.layer() != 1)
            throw new IllegalArgumentException("LDR with H exists in layer 1 only");
        return name.position();
    }

    private static void checkSector(BarrelName name, int sector) {
        int software = SectorRule.SOFTWARE.sector(name);
        int readout = SectorRule.READOUT.sector(name);
        if (sector == software || sector == readout) return;
        throw new IllegalArgumentException(
                "SEC must be "
                        + (software == readout ? "" + software : software + " or " + readout)
                        + " for this ladder and module, got "
                        + sector);
    }

    private static EndcapPosition endcap(Matcher match) {
        return new EndcapName(
                        Side.ofLetter(match.group(1)),
                        Half.ofLetter(match.group(2)),
                        number(match, 3),
                        number(match, 4),
                        number(match, 5),
                        number(match, 6))
                .position();
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
