package tare.trigger.dsm;

import java.util.ArrayList;
import java.util.List;

/// What must be known of an algorithm to feed a board that runs it.
///
/// @param name unique, such as `barrel-l1/2013`
/// @param channels input channels
/// @param channelBits bits of each channel that the algorithm looks at, from bit 0
/// @param outputBits bits of the output word that it can set, from bit 0
/// @param registers those it looks at
/// @param information names of its information words: sums that no board receives
/// @param scratchLanes lanes that it needs while it runs
public record AlgorithmSheet(
        String name,
        int channels,
        int channelBits,
        int outputBits,
        List<RegisterDefinition> registers,
        List<String> information,
        int scratchLanes) {
    public AlgorithmSheet {
        registers = List.copyOf(registers);
        information = List.copyOf(information);
        if (channels < 1 || channelBits < 1 || channelBits > 16)
            throw new IllegalArgumentException(
                    name + " needs channels of 1 to 16 bits, got " + channels + "x" + channelBits);
        if (outputBits < 1 || outputBits > 32)
            throw new IllegalArgumentException(name + " gives 1 to 32 bits, got " + outputBits);
    }

    /// A sheet without registers, information and scratch.
    public static AlgorithmSheet of(String name, int channels, int channelBits, int outputBits) {
        return new AlgorithmSheet(name, channels, channelBits, outputBits, List.of(), List.of(), 0);
    }

    /// The same with one register more.
    public AlgorithmSheet register(int number, String label, int bits) {
        var more = new ArrayList<>(registers);
        more.add(new RegisterDefinition(number, label, bits));
        return new AlgorithmSheet(
                name, channels, channelBits, outputBits, more, information, scratchLanes);
    }

    /// The same with these information words.
    public AlgorithmSheet information(String... names) {
        return new AlgorithmSheet(
                name, channels, channelBits, outputBits, registers, List.of(names), scratchLanes);
    }

    /// The same with this many scratch lanes.
    public AlgorithmSheet scratch(int lanes) {
        return new AlgorithmSheet(
                name, channels, channelBits, outputBits, registers, information, lanes);
    }
}
