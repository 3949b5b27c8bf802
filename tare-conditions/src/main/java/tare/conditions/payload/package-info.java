/// The payload container: the byte format of banks.
///
/// In: a bank. Out: bytes that name themselves by the SHA-256 of their content, and back as a bank
/// that views them. Damaged bytes are refused by offset and column; nothing is read past the end or
/// allocated by a length that was not checked.
@NullMarked
package tare.conditions.payload;

import org.jspecify.annotations.NullMarked;
