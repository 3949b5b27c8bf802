package tare.detectors.dirc;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import tare.core.channel.ChannelMap;
import tare.core.digi.DigiBatch;
import tare.export.file.WholeFile;

/// Encodes flashes as the frames that [DircDecoder] reads, in memory; 4 bytes per hit. One thread.
public final class DircEncoder {
    private final int[] addressOfTube;
    private final int[] crates;
    private final int[][] hitsOfCrate = new int[DircFrame.CRATES][];
    private final int[] sizeOfCrate = new int[DircFrame.CRATES];
    private byte[] bytes = new byte[1 << 12];
    private int size;

    public DircEncoder(ChannelMap map) {
        addressOfTube = new int[map.size()];
        Arrays.setAll(addressOfTube, tube -> (int) map.address(tube).packed());
        crates = Arrays.stream(addressOfTube).map(DircEncoder::crate).distinct().toArray();
        for (int crate : crates) hitsOfCrate[crate] = new int[64];
    }

    private static int crate(int address) {
        return address >>> DircFrame.ADDRESS_BITS;
    }

    /// Appends a flash: a frame of every crate, also of those without hits.
    ///
    /// @param flash number of the flash, unsigned
    /// @param hits dense index and time [TDC counts] of each, in any order
    /// @throws IllegalArgumentException if a time does not fit, or a crate has too many hits
    public void flash(int flash, DigiBatch hits) {
        Arrays.fill(sizeOfCrate, 0);
        for (int i = 0; i < hits.size; i++) add(addressOfTube[hits.channel[i]], hits.value[i]);
        for (int crate : crates) frame(crate, flash, hitsOfCrate[crate], sizeOfCrate[crate]);
    }

    private void add(int address, int time) {
        int crate = crate(address);
        int at = sizeOfCrate[crate]++;
        if (at == hitsOfCrate[crate].length) {
            hitsOfCrate[crate] = Arrays.copyOf(hitsOfCrate[crate], 2 * at);
        }
        int inCrate = address & (1 << DircFrame.ADDRESS_BITS) - 1;
        hitsOfCrate[crate][at] = DircFrame.hit(inCrate, time);
    }

    /// Appends a frame of any hit words.
    void frame(int crate, int flash, int[] hits, int count) {
        int begin = size;
        put(DircFrame.header(crate, count));
        put(flash);
        for (int i = 0; i < count; i++) put(hits[i]);
        put(DircFrame.trailer(count));
        put(DircFrame.checksum(toSegment(), begin, (size - begin) / Integer.BYTES));
    }

    private void put(int word) {
        if (size == bytes.length) bytes = Arrays.copyOf(bytes, 2 * size);
        toSegment().set(DircFrame.WORD, size, word);
        size += Integer.BYTES;
    }

    private MemorySegment toSegment() {
        return MemorySegment.ofArray(bytes);
    }

    /// A copy of what was encoded.
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// Writes what was encoded, in place of a file of that name; on failure there is none, or the
    /// old one.
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }
}
