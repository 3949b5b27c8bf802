/// JSON as it is stored: schemas of banks, calibration types, journals.
///
/// In: values of the vocabulary. Out: canonical text, the same bytes for the same value on every
/// machine, because identities are digests of it; and back, strictly.
@NullMarked
package tare.conditions.json;

import org.jspecify.annotations.NullMarked;
