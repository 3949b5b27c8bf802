/// How independent tasks are handed out, without a word about threads.
///
/// In: tasks that share nothing. Out: all of them done. Who owns threads, and how many, is decided
/// by the application; everything else asks for [Workers].
@NullMarked
package tare.core.work;

import org.jspecify.annotations.NullMarked;
