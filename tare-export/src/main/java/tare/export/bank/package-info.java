/// What constants look like, whatever detector they belong to.
///
/// In: banks. Out: descriptions of plots: the fields of one bank, the change from one to another,
/// the course of a field over intervals of validity.
@NullMarked
package tare.export.bank;

import org.jspecify.annotations.NullMarked;
