package tare.synthetic.dirc;

/// How many tubes have which fault.
public record DircFaults(int dead, int hot, int shifted) {
    public static final DircFaults NONE = new DircFaults(0, 0, 0);
    public static final DircFaults SOME = new DircFaults(20, 10, 5);

    public DircFaults {
        if (dead < 0 || hot < 0 || shifted < 0) {
            throw new IllegalArgumentException(
                    "numbers of faulty tubes must be >= 0, got "
                            + dead
                            + ", "
                            + hot
                            + ", "
                            + shifted);
        }
    }

    int sum() {
        return dead + hot + shifted;
    }

    /// The fault of the tube at a place in a random order of all tubes.
    DircFault at(int place) {
        if (place < dead) return DircFault.DEAD;
        if (place < dead + hot) return DircFault.HOT;
        return place < sum() ? DircFault.SHIFTED : DircFault.NONE;
    }
}
