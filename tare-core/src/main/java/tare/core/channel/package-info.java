/// The vocabulary of channels: what a channel is called, where it is wired, in which order its
/// data stand, and how it is doing.
///
/// In: bit-field schemes and tables of a detector. Out: a bijection channel id ⇄ hardware address ⇄
/// dense index, and flags whose bits every part of Tare reads alike.
@NullMarked
package tare.core.channel;

import org.jspecify.annotations.NullMarked;
