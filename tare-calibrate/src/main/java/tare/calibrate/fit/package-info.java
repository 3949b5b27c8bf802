/// Fits of many channels that never throw, do bounded work, and say how each channel ended.
///
/// In: columns of accumulated data ([FitInput]): sums, counted trials, histograms, points, steps of
/// a scan. Out: rows of a bank in a layout of their own ([ChannelFit]), with a status in every
/// channel's flag. [LinearLeastSquares] and [LineFits] serve fits that have a design or a common x
/// of their own.
@NullMarked
package tare.calibrate.fit;

import org.jspecify.annotations.NullMarked;
