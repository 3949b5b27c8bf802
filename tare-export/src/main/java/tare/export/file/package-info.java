/// Files that are there whole or not at all.
///
/// In: a path and someone who writes bytes. Out: the complete file under its name, or the file that
/// was there before; readers never meet half of one. Used within this module only.
@NullMarked
package tare.export.file;

import org.jspecify.annotations.NullMarked;
