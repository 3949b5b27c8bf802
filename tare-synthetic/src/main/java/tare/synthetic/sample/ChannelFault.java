package tare.synthetic.sample;

/// What is wrong with a simulated channel.
public enum ChannelFault {
    NONE,
    /// Never answers.
    DEAD,
    /// Answers, and sends samples of any size besides.
    HOT,
    /// Answers with a wider spread.
    NOISY
}
