package tare.detectors.pixel;

import java.util.Objects;
import tare.core.channel.BitField;
import tare.core.channel.ChannelId;
import tare.core.channel.ChannelMap;
import tare.core.channel.FieldScheme;
import tare.core.channel.HardwareAddress;
import tare.detectors.pixel.gain.ModuleGains;
import tare.detectors.pixel.geometry.AddressFormat;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocOrientation;
import tare.detectors.pixel.geometry.RocPixel;

/// Pixel ⇄ place in a hit word ⇄ dense index, for all 123,535,360 pixels, by rules instead of a
/// table.
///
/// The dense index is `module * 66,560 + row * 416 + column` in module coordinates, the order in
/// which a bank holds the pixels of its module. Immutable.
final class PixelMap implements ChannelMap {
    /// Where a pixel's hits arrive; all but the FED stand in a hit word as here.
    static final FieldScheme HIT_ADDRESSES =
            FieldScheme.of(
                    "pixel-hit",
                    new BitField("FED", 12),
                    new BitField("link", 6),
                    new BitField("ROC", 5),
                    new BitField("address", 13));

    private static final int SIZE = PixelGeometry.MODULES * ModulePixel.PIXELS;
    private static final int ADDRESS_BITS = 13;
    private static final int LINK_ROC_BITS = FedCabling.LINK_ROC_BITS;
    private static final int ROW_SHIFT = 9;
    private static final int MODULE_SHIFT = 17;

    /// The lowest bit of an address in a hit word.
    private static final int WORD_SHIFT = 8;

    private final Cabling cabling;

    /// @throws IllegalArgumentException if a module is not wholly cabled
    PixelMap(Cabling cabling) {
        this.cabling = cabling;
        int wanted = PixelGeometry.MODULES * RocPixel.ROCS;
        if (cabling.rocCount() != wanted) {
            throw new IllegalArgumentException(
                    "a map of the whole detector needs "
                            + wanted
                            + " cabled ROCs, got "
                            + cabling.rocCount());
        }
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public FieldScheme idScheme() {
        return ModuleGains.PIXEL_IDS;
    }

    @Override
    public FieldScheme addressScheme() {
        return HIT_ADDRESSES;
    }

    @Override
    public ChannelId id(int index) {
        Objects.checkIndex(index, SIZE);
        int pixel = index % ModulePixel.PIXELS;
        return new ChannelId(
                index / ModulePixel.PIXELS << MODULE_SHIFT
                        | pixel / ModulePixel.COLUMNS << ROW_SHIFT
                        | pixel % ModulePixel.COLUMNS);
    }

    @Override
    public int index(ChannelId id) {
        int module = id.packed() >>> MODULE_SHIFT;
        int row = id.packed() >>> ROW_SHIFT & 0xFF;
        int column = id.packed() & 0x1FF;
        boolean exists =
                module < PixelGeometry.MODULES
                        && row < ModulePixel.ROWS
                        && column < ModulePixel.COLUMNS;
        return exists ? index(module, row, column) : NONE;
    }

    private static int index(int module, int row, int column) {
        return module * ModulePixel.PIXELS + row * ModulePixel.COLUMNS + column;
    }

    @Override
    public HardwareAddress address(int index) {
        Objects.checkIndex(index, SIZE);
        PixelModule module = cabling.geometry().module(index / ModulePixel.PIXELS);
        RocOrientation lie = module.orientation();
        int row = index % ModulePixel.PIXELS / ModulePixel.COLUMNS;
        int column = index % ModulePixel.COLUMNS;
        long roc = cabling.address(module.index(), lie.rocPosition(row, column));
        int address =
                module.part().addressFormat().encode(lie.rocRow(row), lie.rocColumn(row, column))
                        >>> WORD_SHIFT;
        return new HardwareAddress(roc << ADDRESS_BITS | address);
    }

    @Override
    public int index(HardwareAddress address) {
        long roc = address.packed() >>> ADDRESS_BITS;
        int fed = (int) (roc >>> LINK_ROC_BITS);
        int linkRoc = (int) roc & (1 << LINK_ROC_BITS) - 1;
        int inRoc = (int) address.packed() & (1 << ADDRESS_BITS) - 1;
        if (address.packed() >>> HIT_ADDRESSES.bits() != 0) return NONE;
        return cabling.forFed(fed).map(cabled -> index(cabled, linkRoc, inRoc)).orElse(NONE);
    }

    private int index(FedCabling fed, int linkRoc, int inRoc) {
        int ordinal = fed.ordinal(linkRoc);
        if (ordinal == FedCabling.UNCABLED) return NONE;
        AddressFormat format = fed.addressFormat(ordinal);
        int word = inRoc << WORD_SHIFT;
        if (!format.isValid(word)) return NONE;
        return index(fed, ordinal, format.row(word), format.column(word));
    }

    /// Dense index of a pixel by its ROC.
    int index(FedCabling fed, int ordinal, int rocRow, int rocColumn) {
        int module = fed.moduleIndex(ordinal);
        RocOrientation lie = cabling.geometry().module(module).orientation();
        int position = fed.position(ordinal);
        return index(
                module, lie.moduleRow(position, rocRow), lie.moduleColumn(position, rocColumn));
    }
}
