/// Random numbers that depend on a seed and a place only: not on threads, not on order, not on what
/// else is drawn.
@NullMarked
package tare.synthetic.random;

import org.jspecify.annotations.NullMarked;
