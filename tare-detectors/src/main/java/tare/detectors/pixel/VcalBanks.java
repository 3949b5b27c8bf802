package tare.detectors.pixel;

import java.util.Optional;
import java.util.stream.IntStream;
import tare.conditions.type.BankName;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.Column;
import tare.detectors.pixel.geometry.PixelGeometry;

/// The division of VCal constants into banks: one for the whole detector, a channel per module.
public final class VcalBanks implements SystemDefinition {
    /// The only bank.
    public static final BankName WHOLE_DETECTOR = new BankName(0, "pixel");

    public VcalBanks() {}

    @Override
    public Optional<BankName> bank(int number) {
        return number == WHOLE_DETECTOR.number() ? Optional.of(WHOLE_DETECTOR) : Optional.empty();
    }

    @Override
    public Column channelIds(int number) {
        if (number != WHOLE_DETECTOR.number()) {
            throw new IllegalArgumentException("VCal constants have bank 0 only, got " + number);
        }
        return Column.of(IntStream.range(0, PixelGeometry.MODULES).toArray());
    }
}
