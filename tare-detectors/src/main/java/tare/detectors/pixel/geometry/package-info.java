/// Where a pixel is: raw detector ids, module names, ROC coordinates and cabling of the CMS
/// phase-1 pixel detector.
///
/// In: a FED's link and ROC numbers, a raw id or a module name, a cabling table in CSV. Out: the
/// dense module index 0..1855 that every per-module array uses, and row and column in the module.
/// [PixelGeometry] is the set of modules, [Cabling] says which ROC sits behind which link,
/// [RocOrientation] turns ROC coordinates into module coordinates.
@NullMarked
package tare.detectors.pixel.geometry;

import org.jspecify.annotations.NullMarked;
