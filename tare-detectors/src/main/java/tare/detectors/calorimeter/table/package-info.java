/// Tables of the calorimeters that are part of the program.
///
/// In: the name of a CSV resource beside a class. Out: rows whose fields are read by column name,
/// with file and line in every complaint. Not exported: a room's tables are its own affair.
@NullMarked
package tare.detectors.calorimeter.table;

import org.jspecify.annotations.NullMarked;
