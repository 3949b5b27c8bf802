/// Columns of constants for a fixed set of channels.
///
/// In: primitive arrays and the layout that names them. Out: immutable banks that carry their
/// header and their journal and are readable without the class that made them.
@NullMarked
package tare.core.bank;

import org.jspecify.annotations.NullMarked;
