package tare.synthetic.pixel;

import java.util.Map;
import java.util.SplittableRandom;
import tare.detectors.pixel.geometry.CabledRoc;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.PixelWord;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.raw.StatusWord;
import tare.synthetic.random.Poisson;

/// Puts error and status words behind the hits of a block, as front ends do.
final class ErrorWords {
    /// A ROC number that no link has; seen in real data as a "9th ROC" (cmssw issue 39045).
    private static final int NINTH_ROC = CabledRoc.ROCS_IN_LINK + 1;

    private final FedCabling cabling;
    private final Map<PixelWordKind, Double> rates;
    private final SplittableRandom random;

    ErrorWords(FedCabling cabling, Map<PixelWordKind, Double> rates, SplittableRandom random) {
        this.cabling = cabling;
        this.rates = rates;
        this.random = random;
    }

    /// Adds words to a payload and to the account of its block.
    ///
    /// @return number of words added at index `from`
    int add(int[] payload, int from, Injected account) {
        int at = from;
        for (Map.Entry<PixelWordKind, Double> rate : rates.entrySet()) {
            int wanted = Poisson.draw(random, rate.getValue());
            for (int i = 0; i < wanted && at + 1 < payload.length; i++) {
                at = add(rate.getKey(), payload, at, account);
            }
        }
        return at - from;
    }

    private int add(PixelWordKind kind, int[] payload, int from, Injected account) {
        int roc = random.nextInt(cabling.rocCount());
        int link = cabling.link(roc);
        int at = from;
        payload[at++] = word(kind, link, cabling.roc(roc));
        account.add(kind, 1);
        if (kind == PixelWordKind.TIMEOUT) {
            payload[at++] = StatusWord.timeoutSecond(link);
            account.add(PixelWordKind.TIMEOUT_SECOND, 1);
        }
        return at;
    }

    private static int word(PixelWordKind kind, int link, int roc) {
        return switch (kind) {
            case DISABLED_CHANNEL -> StatusWord.disabledChannel(link);
            case GAP -> StatusWord.gap(link);
            case FILL -> StatusWord.fill(link);
            case FIFO_NEARLY_FULL -> StatusWord.fifoNearlyFull(link);
            case TIMEOUT -> StatusWord.timeoutFirst(link);
            case TBM_TRAILER -> StatusWord.tbmTrailer(link, StatusWord.TBM_WRONG_ROC_COUNT);
            case TBM_OVERFLOW -> StatusWord.tbmTrailer(link, StatusWord.TBM_OVERFLOW);
            case EVENT_NUMBER -> StatusWord.eventNumberMismatch(link);
            case INVALID_ROC -> PixelWord.hit(link, NINTH_ROC, 0, 0);
            case INVALID_PIXEL -> StatusWord.invalidPixel(link, roc, 0);
            default -> throw new IllegalArgumentException(kind + " cannot be injected");
        };
    }
}
