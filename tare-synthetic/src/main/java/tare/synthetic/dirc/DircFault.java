package tare.synthetic.dirc;

/// What is wrong with a simulated tube.
public enum DircFault {
    NONE("no fault"),
    /// Never answers.
    DEAD("dead"),
    /// Answers at random times besides, at nearly every flash.
    HOT("hot"),
    /// Answers later than it used to, by [DircTruth#SHIFT_NANOS].
    SHIFTED("shifted");

    private final String label;

    DircFault(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }
}
