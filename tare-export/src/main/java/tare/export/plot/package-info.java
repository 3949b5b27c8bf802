/// Pictures of histograms, curves and detector maps, all in one look.
///
/// In: histograms, grids and points, described by the records under [Plot] and put on a [Page].
/// Out: a PNG or PDF file through [PlotFile]. Descriptions are immutable and know nothing of
/// drawing; the drawing classes compute nothing but positions. No display is needed; run with
/// `-Djava.awt.headless=true`.
@NullMarked
package tare.export.plot;

import org.jspecify.annotations.NullMarked;
