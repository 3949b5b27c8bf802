package tare.synthetic.pixel;

import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tare.detectors.pixel.raw.BlockEnd;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.PixelEncoder;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.synthetic.random.Poisson;

/// Simulates and encodes the events of one pattern. One thread; patterns are independent.
final class PatternSimulation {
    /// Room behind the hits for cross-talk, noise and error words.
    private static final int SPARE_WORDS = 1024;

    private static final int BUNCH_CROSSINGS = 3564;

    private final ScanSetup setup;
    private final int pattern;
    private final PixelEncoder encoder;
    private final Injected account = new Injected();
    private final PulsedPixels pulsed;
    private final OffPatternHits offPattern;
    private final ErrorWords errorWords;
    private final SplittableRandom readout;
    private final int[] payload;
    private boolean trailerIsMissing;

    /// @param encoder takes the blocks
    PatternSimulation(ScanSetup setup, int pattern, PixelEncoder encoder) {
        this.setup = setup;
        this.pattern = pattern;
        this.encoder = encoder;
        readout = RandomStream.READOUT.of(setup.seed, pattern);
        pulsed = new PulsedPixels(setup, pattern);
        offPattern = new OffPatternHits(setup, pulsed, readout);
        errorWords = new ErrorWords(setup.cabling, setup.faults.wordsPerBlock(), readout);
        payload = new int[Math.min(pulsed.size() + SPARE_WORDS, PixelEncoder.MAX_PAYLOAD)];
    }

    /// @return the account of what went into the encoder
    Injected run() {
        int ofPattern = setup.scan.eventsPerPattern();
        for (int i = 0; i < ofPattern; i++) {
            if (i % setup.scan.repeat() == 0) pulsed.setPoint(i / setup.scan.repeat());
            event(pattern * ofPattern + i + 1, i == 0 || i == ofPattern - 1);
        }
        return account;
    }

    /// @param isAtEdge first and last event of a pattern are never lost: the length of a scan stays
    ///     known, and a lost trailer has a good block behind it
    private void event(int event, boolean isAtEdge) {
        int hits = pulsed.trigger(payload);
        boolean isLost = readout.nextDouble() < setup.faults.lostEvents();
        BlockFault fault = drawFault();
        if (isAtEdge || trailerIsMissing) {
            isLost = false;
            fault = null;
        }
        if (isLost) {
            account.missing(event);
        } else {
            block(event, hits, fault);
        }
    }

    private @Nullable BlockFault drawFault() {
        BlockFault drawn = null;
        for (Map.Entry<BlockFault, Double> rate : setup.faults.blocks().entrySet()) {
            if (readout.nextDouble() < rate.getValue()) drawn = rate.getKey();
        }
        return drawn;
    }

    private void block(int event, int hits, @Nullable BlockFault fault) {
        int crossTalk = offPattern.addCrossTalk(payload, hits);
        int noise = offPattern.addNoise(payload, hits + crossTalk);
        var ofBlock = new Injected();
        ofBlock.hits(hits, crossTalk, noise);
        int count = hits + crossTalk + noise;
        count += errorWords.add(payload, count, ofBlock);
        ofBlock.add(PixelWordKind.PADDING, count % 2);
        int fed = setup.cabling.fed() ^ (fault == BlockFault.WRONG_SOURCE ? 1 : 0);
        FedHeader header = FedHeader.of(event, event % BUNCH_CROSSINGS, fed);
        encoder.block(header, payload, count, fault == null ? BlockEnd.CLEAN : fault.end());
        count(event, ofBlock, count + count % 2, fault);
        trailerIsMissing = fault == BlockFault.LOST_TRAILER;
        if (!trailerIsMissing) addStrays();
    }

    private void count(int event, Injected ofBlock, int words, @Nullable BlockFault fault) {
        if (fault != null) account.broken(fault);
        if (fault == BlockFault.LOST_TRAILER) {
            account.add(PixelWordKind.NO_TRAILER, words + 2);
            account.missing(event);
            return;
        }
        account.block();
        account.add(PixelWordKind.HEADER, 2);
        account.add(PixelWordKind.TRAILER, 2);
        if (fault == BlockFault.CRC_FLAG) {
            account.add(PixelWordKind.CRC_ERROR, words);
        } else {
            account.merge(ofBlock);
        }
    }

    private void addStrays() {
        int strays = Poisson.draw(readout, setup.faults.straysPerBlock());
        for (int i = 0; i < strays; i++) {
            // Without the type nibble 5 a word is no header.
            encoder.stray(readout.nextLong() >>> 4);
            account.add(PixelWordKind.STRAY, 2);
        }
    }
}
