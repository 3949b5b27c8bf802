/// Banks as tables that other tools read: CSV, and NumPy arrays.
///
/// In: a [tare.core.bank.Bank]. Out: a CSV file with one row per channel, or an NPZ file with one
/// array per column. Values keep every bit; files appear whole or not at all.
@NullMarked
package tare.export.table;

import org.jspecify.annotations.NullMarked;
