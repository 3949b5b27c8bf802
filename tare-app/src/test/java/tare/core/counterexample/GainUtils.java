package tare.core.counterexample;

@SuppressWarnings("MutablePublicArray")
public final class GainUtils {
    public static final double[] GAINS = {1, 2};
    static int calls;

    private GainUtils() {}
}
