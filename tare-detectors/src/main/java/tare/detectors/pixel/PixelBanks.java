package tare.detectors.pixel;

import java.util.List;
import java.util.Optional;
import tare.conditions.type.BankName;
import tare.conditions.type.IdBlock;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.Column;
import tare.detectors.pixel.gain.ModuleGains;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;

/// The division of the pixel detector into banks of pixels: one per module.
///
/// The number of a bank is the module's dense index, its name that of the module.
///
/// @param geometry the modules
public record PixelBanks(PixelGeometry geometry) implements SystemDefinition {
    public static BankName of(PixelModule module) {
        return new BankName(module.index(), module.name().toString());
    }

    @Override
    public Optional<BankName> bank(int number) {
        boolean exists = number >= 0 && number < PixelGeometry.MODULES;
        return exists ? Optional.of(of(geometry.module(number))) : Optional.empty();
    }

    @Override
    public Column channelIds(int number) {
        return ModuleGains.channelIds(geometry.module(number));
    }

    /// Rows of columns, as [ModuleGains#channelIds] lists them.
    @Override
    public List<IdBlock> idBlocks(int number) {
        int first = geometry.module(number).index() << 17;
        return List.of(
                IdBlock.of(
                        first,
                        new IdBlock.Step(ModulePixel.ROWS, 1 << 9),
                        new IdBlock.Step(ModulePixel.COLUMNS, 1)));
    }
}
