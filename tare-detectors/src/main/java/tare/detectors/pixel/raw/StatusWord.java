package tare.detectors.pixel.raw;

/// The words of a block that are no hits: status and error words, made for encoders.
///
/// Each takes the link 0 to 63 that it speaks of; what decoders make of it, see [PixelWordKind].
/// Source: error numbers of CMSSW's PixelDataFormatter.cc.
public final class StatusWord {
    /// An address that no ROC has, in either address format.
    public static final int INVALID_ADDRESS = PixelWord.ADDRESSES - 1;

    /// TBM state of an overflow (error 40).
    public static final int TBM_OVERFLOW = 1;

    /// TBM state of a wrong number of ROCs (error 30).
    public static final int TBM_WRONG_ROC_COUNT = 8;

    private static final int PAIR_BIT = 1 << 20;

    private StatusWord() {}

    private static int word(int link, int type, int content) {
        FedHeader.requireFits("link", link, PixelWord.LINKS - 1);
        return link << 26 | type << 21 | content;
    }

    /// 25: the FED has disabled the channel.
    public static int disabledChannel(int link) {
        return word(link, 25, 0);
    }

    public static int gap(int link) {
        return word(link, 26, 0);
    }

    public static int fill(int link) {
        return word(link, 27, 0);
    }

    public static int fifoNearlyFull(int link) {
        return word(link, 28, 0);
    }

    /// 29: time-outs come as a pair of words, this one first.
    public static int timeoutFirst(int link) {
        return word(link, 29, PAIR_BIT);
    }

    public static int timeoutSecond(int link) {
        return word(link, 29, 0);
    }

    /// 30: the trailer of a token bit manager (TBM) with a state.
    ///
    /// @param state 0 to 15
    public static int tbmTrailer(int link, int state) {
        FedHeader.requireFits("TBM state", state, 0xF);
        return word(link, 30, state << 8);
    }

    /// 31: link and FED disagree about the event number.
    public static int eventNumberMismatch(int link) {
        return word(link, 31, 0);
    }

    /// 37: a hit at an address that its ROC does not have.
    public static int invalidPixel(int link, int roc, int adc) {
        return PixelWord.hit(link, roc, INVALID_ADDRESS, adc);
    }
}
