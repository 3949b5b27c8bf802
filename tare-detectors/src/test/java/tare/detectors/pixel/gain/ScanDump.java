package tare.detectors.pixel.gain;

import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.PixelWord;

/// Writes the events of a scan as a front-end would: every pulsed pixel answers along a straight
/// line up to a plateau, with a spread of one count.
final class ScanDump {
    private final GainScan scan;
    private final FedCabling cabling;

    ScanDump(GainScan scan, FedCabling cabling) {
        this.scan = scan;
        this.cabling = cabling;
    }

    /// Adds the events `[from, until)`, counted from 1, with these numbers in their headers.
    DumpBuilder write(DumpBuilder dump, int from, int until) {
        for (int event = from; event < until; event++) dump.block(event, hits(event));
        return dump;
    }

    DumpBuilder whole() {
        return write(DumpBuilder.ofRun(1), 1, scan.events() + 1);
    }

    /// The hits of an event.
    int[] hits(int event) {
        int[] pixels = scan.pixels(scan.pattern(event));
        int adc = adc(event);
        int[] words = new int[pixels.length * cabling.rocCount()];
        int at = 0;
        for (int roc = 0; roc < cabling.rocCount(); roc++)
            for (int pixel : pixels) words[at++] = word(roc, pixel, adc);
        return words;
    }

    int adc(int event) {
        return Math.min(220, 20 + scan.vcal().get(scan.point(event))) + event % 3;
    }

    /// @param pixel numbered as in [PixelDecoder#pixel]
    int word(int roc, int pixel, int adc) {
        int address =
                cabling.addressFormat(roc)
                                .encode(pixel / RocPixel.COLUMNS, pixel % RocPixel.COLUMNS)
                        >>> 8;
        return PixelWord.hit(cabling.link(roc), cabling.roc(roc), address, adc);
    }
}
