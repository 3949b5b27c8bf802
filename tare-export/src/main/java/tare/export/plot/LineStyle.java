package tare.export.plot;

/// How a curve is drawn.
public enum LineStyle {
    SOLID,
    DASHED,
    DASH_DOT
}
