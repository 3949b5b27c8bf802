package tare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.FedTrailer;
import tare.detectors.pixel.raw.PixelWord;

/// A dump in the scan's real order: a full FED, production charges and columns, a quarter of the
/// rows; every pulsed pixel answers every time.
final class ScanDump {
    static final int ROWS = 20;

    final FedCabling cabling;
    final GainScan scan;
    final Path path;
    final long hits;

    private ScanDump(FedCabling cabling, GainScan scan, Path path, long hits) {
        this.cabling = cabling;
        this.scan = scan;
        this.path = path;
        this.hits = hits;
    }

    static ScanDump write() {
        GainScan production = GainScan.PRODUCTION;
        var scan =
                new GainScan(
                        production.vcal(),
                        production.range(),
                        production.repeat(),
                        production.columnGroups(),
                        IntStream.range(0, ROWS).mapToObj(List::of).toList());
        FedCabling cabling = CablingGenerator.phase1().forFed(1240).orElseThrow();
        try {
            Path path = Files.createTempFile("tare-scan", ".dmp");
            path.toFile().deleteOnExit();
            return new ScanDump(cabling, scan, path, write(path, scan, cabling));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(Path path, GainScan scan, FedCabling cabling) throws IOException {
        long hits = 0;
        ByteBuffer event = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            event.putLong(1).flip();
            channel.write(event);
            for (int number = 1; number <= scan.events(); number++) {
                event.clear();
                hits += fill(event, scan, cabling, number);
                event.flip();
                channel.write(event);
            }
        }
        return hits;
    }

    private static int fill(ByteBuffer event, GainScan scan, FedCabling cabling, int number) {
        event.putLong(FedHeader.of(number, 0, cabling.fed()).word());
        int pattern = scan.pattern(number);
        int adc = Math.min(40 + scan.vcal().get(scan.point(number)) * 3 / 2, 210);
        int hits = 0;
        for (int link = 1; link <= 48; link++) {
            for (int roc = 1; roc <= 8; roc++) {
                int ordinal = cabling.ordinal(FedCabling.linkRoc(link, roc));
                if (ordinal == FedCabling.UNCABLED) continue;
                for (int row : scan.rows(pattern)) {
                    for (int column : scan.columns(pattern)) {
                        int address = cabling.addressFormat(ordinal).encode(row, column) >>> 8;
                        event.putInt(
                                PixelWord.hit(
                                        link, roc, address, adc + (number * 7 + ordinal) % 3));
                        hits++;
                    }
                }
            }
        }
        if (hits % 2 != 0) event.putInt(0);
        int length = event.position() / Long.BYTES + 1;
        event.putLong(FedTrailer.of(length, 0).word());
        return hits;
    }
}
