package tare.export.plot;

/// How an axis of counts is divided.
public enum Scale {
    LINEAR,
    /// Decades; bins without entries stand on the lower edge.
    LOG
}
