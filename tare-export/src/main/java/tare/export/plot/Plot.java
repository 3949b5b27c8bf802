package tare.export.plot;

/// What can be drawn on a [Page]: a description, without pixels.
public sealed interface Plot permits Distribution, Graph, DetectorMap, CategoryMap {
    /// Stands above the plot; may be empty.
    String title();
}
