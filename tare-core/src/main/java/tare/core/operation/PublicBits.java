package tare.core.operation;

import java.util.function.IntUnaryOperator;
import tare.core.channel.ChannelFlag;

/// Changes of the public bits of a packed channel flag; no private bit can be reached.
final class PublicBits {
    private PublicBits() {}

    static IntUnaryOperator set(int bits) {
        requirePublic(bits);
        return flag -> flag & ~ChannelFlag.PUBLIC_MASK | bits;
    }

    static IntUnaryOperator or(int bits) {
        requirePublic(bits);
        return flag -> flag | bits;
    }

    static IntUnaryOperator clear(int bits) {
        requirePublic(bits);
        return flag -> flag & ~bits;
    }

    private static void requirePublic(int bits) {
        if ((bits & ~ChannelFlag.PUBLIC_MASK) != 0) {
            throw Refusal.badArgument(
                    "public bits are 0 to 15, got 0x%x; private ones belong to fits and the gate",
                    bits);
        }
    }
}
