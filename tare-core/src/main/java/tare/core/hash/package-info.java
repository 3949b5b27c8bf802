/// The identity of content: SHA-256 digests as values.
@NullMarked
package tare.core.hash;

import org.jspecify.annotations.NullMarked;
