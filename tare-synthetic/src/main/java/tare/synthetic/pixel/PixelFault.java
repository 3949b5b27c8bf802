package tare.synthetic.pixel;

/// What is wrong with a simulated pixel.
public enum PixelFault {
    NONE("no fault"),
    /// Never answers.
    DEAD("dead pixel"),
    DEAD_DOUBLE_COLUMN("dead double column"),
    DEAD_ROC("dead ROC"),
    /// Eightfold noise, and hits when it is not pulsed.
    NOISY("noisy pixel"),
    /// Reaches its plateau within a few counts, so that no slope can be measured.
    EARLY_PLATEAU("early plateau"),
    /// A pedestal far from its neighbours'.
    SHIFTED_PEDESTAL("shifted pedestal"),
    /// Answers every second pulse.
    INEFFICIENT("inefficient pixel");

    private final String label;

    PixelFault(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
