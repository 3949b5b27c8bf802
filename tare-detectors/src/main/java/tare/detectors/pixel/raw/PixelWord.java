package tare.detectors.pixel.raw;

import tare.detectors.pixel.geometry.FedCabling;

/// Fields of the 32-bit words inside a FED block.
///
/// | bits | most layers | barrel layer 1 |
/// | --- | --- | --- |
/// | 31–26 | link (FED channel) | same |
/// | 25–21 | ROC in the link 1–8; 25–31 mark status words | same |
/// | 20–8 | double column (5), pixel id (8) | ROC column (6), ROC row (7) |
/// | 7–0 | ADC | same |
///
/// Source: SiPixelDigiConstants.h of CMSSW.
public final class PixelWord {
    /// Links are 1 to 48; the field holds 64 values.
    public static final int LINKS = 64;

    /// Values of link and ROC together, the index of a FED's cabling table.
    public static final int LINK_ROCS = 2048;

    /// Values of the 13-bit pixel address.
    public static final int ADDRESSES = 8192;

    /// The lowest ROC number that marks a status word.
    public static final int FIRST_STATUS = 25;

    private PixelWord() {}

    public static int link(int word) {
        return word >>> 26;
    }

    public static int roc(int word) {
        return word >>> 21 & 31;
    }

    /// Link and ROC in one index, `link << 5 | roc`.
    public static int linkRoc(int word) {
        return word >>> 21;
    }

    /// The 13 bits that address a pixel in its ROC.
    public static int address(int word) {
        return word >>> 8 & ADDRESSES - 1;
    }

    public static int adc(int word) {
        return word & 0xFF;
    }

    /// The state of a TBM trailer word (ROC field 30).
    public static int tbmState(int word) {
        return word >>> 8 & 0xF;
    }

    public static boolean isStatus(int word) {
        return roc(word) >= FIRST_STATUS;
    }

    /// A hit word.
    public static int hit(int link, int roc, int address, int adc) {
        FedHeader.requireFits("link", link, LINKS - 1);
        FedHeader.requireFits("ROC", roc, 31);
        FedHeader.requireFits("pixel address", address, ADDRESSES - 1);
        FedHeader.requireFits("ADC", adc, 0xFF);
        return link << 26 | roc << 21 | address << 8 | adc;
    }

    /// The hit word of a cabled pixel.
    ///
    /// @param ordinal of the ROC in the cabling
    /// @throws IllegalArgumentException if a number does not fit its field
    public static int hit(FedCabling cabling, int ordinal, int row, int column, int adc) {
        int address = address(cabling.addressFormat(ordinal).encode(row, column));
        return hit(cabling.link(ordinal), cabling.roc(ordinal), address, adc);
    }
}
