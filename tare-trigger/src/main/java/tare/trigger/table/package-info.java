/// How the trigger's tables are read: CSV in which rows hold from a run on, refused as a whole with
/// a list of all lines that are wrong.
@NullMarked
package tare.trigger.table;

import org.jspecify.annotations.NullMarked;
