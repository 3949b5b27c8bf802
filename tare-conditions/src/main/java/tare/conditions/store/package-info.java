/// The conditions store: the only way in leads through the gate, and nothing that is in changes.
///
/// In: campaigns of candidates. Out: what was stored, or every reason why not; views of what is
/// valid. A campaign is one transaction; payload bytes are safe on disk before it commits.
@NullMarked
package tare.conditions.store;

import org.jspecify.annotations.NullMarked;
