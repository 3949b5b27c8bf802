package tare.detectors.pixel.raw;

import java.util.Arrays;
import tare.core.digi.DigiBatch;
import tare.decode.BlockDecoder;
import tare.decode.Tally;
import tare.detectors.pixel.geometry.AddressFormat;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;

/// Decodes the blocks of one FED into hits.
///
/// Channels of the hits are `ordinal << 13 | row * 52 + column`: the ordinal of the ROC in the
/// [FedCabling], row and column in the ROC. Values are ADC counts 0 to 255.
///
/// Two tables decide about a word: link and ROC → ordinal and address format, address → pixel.
/// Whatever has no entry is no hit, and is explained and counted aside, off the fast path. Rules:
/// PixelDataFormatter.cc of CMSSW at fa71236; what differs from it is said in [Counting].
public final class PixelDecoder implements BlockDecoder {
    /// Bits of a channel number that tell the pixel in its ROC.
    public static final int PIXEL_BITS = 13;

    private static final int PIXEL_MASK = (1 << PIXEL_BITS) - 1;
    private static final int NONE = -1;
    private static final short[] PIXEL_OF_ADDRESS = pixelOfAddress();

    private final DumpIndex index;
    private final FedCabling cabling;
    private final Counting counting;

    /// By link and ROC: `ordinal << 14 | format << 13`, or -1.
    private final int[] entryOfLinkRoc = new int[PixelWord.LINK_ROCS];

    private final Tally<PixelWordKind> tally = new Tally<>(PixelWordKind.class);
    private final PixelErrors errors = new PixelErrors();
    private final long[] invalidByRoc;
    private int[] others = new int[0];

    // State within a block: the last word of the steps before that is no padding, 0 if none.
    private int lastWord;
    private int openTimeoutLink;

    public PixelDecoder(DumpIndex index, FedCabling cabling) {
        this.index = index;
        this.cabling = cabling;
        this.counting = index.counting();
        Arrays.fill(entryOfLinkRoc, NONE);
        for (int linkRoc = 0; linkRoc < entryOfLinkRoc.length; linkRoc++) {
            int ordinal = cabling.ordinal(linkRoc);
            if (ordinal != FedCabling.UNCABLED) {
                int format = cabling.addressFormat(ordinal).ordinal();
                entryOfLinkRoc[linkRoc] = ordinal << PIXEL_BITS + 1 | format << PIXEL_BITS;
            }
        }
        invalidByRoc = new long[cabling.rocCount()];
    }

    /// By format and address: the pixel in the ROC, `row * 52 + column`, or -1.
    private static short[] pixelOfAddress() {
        short[] table = new short[AddressFormat.values().length << PIXEL_BITS];
        for (AddressFormat format : AddressFormat.values()) {
            for (int address = 0; address < PixelWord.ADDRESSES; address++) {
                int word = address << 8;
                table[format.ordinal() << PIXEL_BITS | address] =
                        (short)
                                (format.isValid(word)
                                        ? pixel(format.row(word), format.column(word))
                                        : NONE);
            }
        }
        return table;
    }

    /// Number of a pixel in its ROC, as in the lower 13 bits of a channel.
    public static int pixel(int row, int column) {
        return row * RocPixel.COLUMNS + column;
    }

    @Override
    public boolean begin(int block) {
        forgetWordBefore();
        long payload = index.payloadWords(block);
        FedTrailer trailer = index.trailer(block);
        if (trailer.hasCrcError()) {
            errors.add(PixelErrors.CRC, 0);
            return refuse(PixelWordKind.CRC_ERROR, payload);
        }
        if (index.header(block).fed() != cabling.fed()) errors.add(PixelErrors.WRONG_SOURCE, 0);
        if (trailer.length64() != index.length64(block)) errors.add(PixelErrors.WRONG_LENGTH, 0);
        return true;
    }

    /// What a word means may depend on the one before it in its block.
    void forgetWordBefore() {
        lastWord = 0;
        openTimeoutLink = NONE;
    }

    private boolean refuse(PixelWordKind kind, long words) {
        tally.read(words);
        tally.add(kind, words);
        return false;
    }

    @Override
    public void decode(int[] words, int count, DigiBatch hits) {
        int[] channel = hits.channel;
        int[] value = hits.value;
        int size = 0;
        if (others.length < count) others = new int[count];
        int noted = 0;
        for (int i = 0; i < count; i++) {
            int word = words[i];
            int entry = entryOfLinkRoc[word >>> 21];
            int pixel = PIXEL_OF_ADDRESS[entry & 1 << PIXEL_BITS | word >>> 8 & PIXEL_MASK];
            if ((entry | pixel) < 0) {
                // Only noted here: a call in this loop would slow all hits down (ADR 3).
                others[noted++] = i;
            } else {
                channel[size] = entry >> 1 & ~PIXEL_MASK | pixel;
                value[size] = word & 0xFF;
                size++;
            }
        }
        for (int i = 0; i < noted; i++) {
            int word = words[others[i]];
            explain(word, word == 0 ? 0 : wordBefore(words, others[i]));
        }
        hits.size = size;
        end(words, count, size);
    }

    /// Accounts for one word of a block that a caller's own table did not know as a hit it wants.
    ///
    /// @param words as for [#decode]
    /// @return the ordinal of the ROC if it is a hit all the same, which the caller counts; else -1
    public int account(int[] words, int position) {
        int word = words[position];
        int entry = entryOfLinkRoc[word >>> 21];
        int pixel = PIXEL_OF_ADDRESS[entry & 1 << PIXEL_BITS | word >>> 8 & PIXEL_MASK];
        if ((entry | pixel) >= 0) return entry >>> PIXEL_BITS + 1;
        explain(word, word == 0 ? 0 : wordBefore(words, position));
        return NONE;
    }

    /// Ends a run of words of which a caller has recognised hits itself.
    ///
    /// @param hits all of them, wanted or not
    public void end(int[] words, int count, long hits) {
        tally.add(PixelWordKind.HIT, hits);
        tally.read(count);
        lastWord = wordBefore(words, count);
    }

    /// The last word before a position in the block that is no padding; 0 if there is none.
    private int wordBefore(int[] words, int position) {
        for (int i = position - 1; i >= 0; i--) if (words[i] != 0) return words[i];
        return lastWord;
    }

    /// Counts a word that is no hit.
    private void explain(int word, int before) {
        PixelWordKind kind = kindInBlock(word, before);
        tally.add(kind, 1);
        int type = errorType(kind);
        if (type != 0) errors.add(type, PixelWord.link(word));
    }

    private PixelWordKind kindInBlock(int word, int before) {
        PixelWordKind kind = kind(word, before);
        openTimeoutLink = kind == PixelWordKind.TIMEOUT ? PixelWord.link(word) : NONE;
        return kind;
    }

    /// What the next word of a block is, by the rules of [#decode]; counts nothing.
    PixelWordKind next(int word) {
        PixelWordKind kind = isHit(word) ? PixelWordKind.HIT : kindInBlock(word, lastWord);
        lastWord = word;
        return kind;
    }

    private PixelWordKind kind(int word, int before) {
        if (word == 0) return PixelWordKind.PADDING;
        int ordinal = cabling.ordinal(PixelWord.linkRoc(word));
        if (ordinal != FedCabling.UNCABLED) {
            invalidByRoc[ordinal]++;
            return PixelWordKind.INVALID_PIXEL;
        }
        if (counting == Counting.AS_REFERENCE
                && PixelWord.linkRoc(word) == PixelWord.linkRoc(before)
                && before != 0) {
            return PixelWordKind.REPEATED;
        }
        return switch (PixelWord.roc(word)) {
            case 25 ->
                    cabling.usesLink(PixelWord.link(word))
                            ? PixelWordKind.DISABLED_CHANNEL
                            : PixelWordKind.DISABLED_UNCABLED;
            case 26 -> PixelWordKind.GAP;
            case 27 -> PixelWordKind.FILL;
            case 28 -> PixelWordKind.FIFO_NEARLY_FULL;
            case 29 -> timeout(word, before);
            case 30 ->
                    PixelWord.tbmState(word) == 1
                            ? PixelWordKind.TBM_OVERFLOW
                            : PixelWordKind.TBM_TRAILER;
            case 31 -> PixelWordKind.EVENT_NUMBER;
            default -> PixelWordKind.INVALID_ROC;
        };
    }

    /// The second of two time-out words in a row for a link closes the pair that the first opened.
    private PixelWordKind timeout(int word, int before) {
        boolean closes =
                openTimeoutLink == PixelWord.link(word)
                        && PixelWord.linkRoc(before) == PixelWord.linkRoc(word);
        return closes ? PixelWordKind.TIMEOUT_SECOND : PixelWordKind.TIMEOUT;
    }

    /// The error type that a kind of word reports; 0 for none.
    static int errorType(PixelWordKind kind) {
        return switch (kind) {
            case DISABLED_CHANNEL -> 25;
            case FIFO_NEARLY_FULL -> 28;
            case TIMEOUT -> 29;
            case TBM_TRAILER -> 30;
            case EVENT_NUMBER -> 31;
            case INVALID_ROC -> 36;
            case INVALID_PIXEL -> 37;
            case TBM_OVERFLOW -> 40;
            default -> 0;
        };
    }

    /// What a single word, standing alone, is to this FED.
    public PixelWordKind classify(int word) {
        return isHit(word) ? PixelWordKind.HIT : kind(word, 0);
    }

    private boolean isHit(int word) {
        int entry = entryOfLinkRoc[PixelWord.linkRoc(word)];
        return entry >= 0
                && PIXEL_OF_ADDRESS[entry & 1 << PIXEL_BITS | PixelWord.address(word)] >= 0;
    }

    public Tally<PixelWordKind> tally() {
        return tally;
    }

    public PixelErrors errors() {
        return errors;
    }

    /// Hit words with an address that does not exist, by ROC ordinal.
    public long[] invalidByRoc() {
        return invalidByRoc.clone();
    }
}
