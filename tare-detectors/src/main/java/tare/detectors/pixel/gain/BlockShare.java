package tare.detectors.pixel.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The blocks that one task decodes: all those of a range of patterns, in reading order.
///
/// @param blocks of the file; the first share also has those whose event is not in the scan
/// @param fromPattern first pattern
/// @param untilPattern pattern after the last
record BlockShare(int[] blocks, int fromPattern, int untilPattern) {
    /// Divides a file into shares with about equal numbers of blocks; no pattern is divided.
    static List<BlockShare> divide(GainScan scan, long[] eventOfBlock, int wanted) {
        int[] blocksOfPattern = new int[scan.patterns()];
        for (long event : eventOfBlock) {
            if (scan.contains(event)) blocksOfPattern[scan.pattern(event)]++;
        }
        int perShare = Math.max(1, Arrays.stream(blocksOfPattern).sum() / wanted);
        var shares = new ArrayList<BlockShare>();
        int from = 0;
        int blocks = 0;
        int[] shareOfPattern = new int[scan.patterns()];
        for (int pattern = 0; pattern < scan.patterns(); pattern++) {
            shareOfPattern[pattern] = shares.size();
            blocks += blocksOfPattern[pattern];
            if (blocks >= perShare || pattern == scan.patterns() - 1) {
                shares.add(new BlockShare(new int[0], from, pattern + 1));
                from = pattern + 1;
                blocks = 0;
            }
        }
        List<IntStream.Builder> members = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) members.add(IntStream.builder());
        for (int block = 0; block < eventOfBlock.length; block++) {
            long event = eventOfBlock[block];
            int share = scan.contains(event) ? shareOfPattern[scan.pattern(event)] : 0;
            members.get(share).add(block);
        }
        return IntStream.range(0, shares.size())
                .mapToObj(i -> shares.get(i).with(members.get(i).build().toArray()))
                .toList();
    }

    private BlockShare with(int[] newBlocks) {
        return new BlockShare(newBlocks, fromPattern, untilPattern);
    }
}
