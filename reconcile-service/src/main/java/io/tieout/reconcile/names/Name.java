package io.tieout.reconcile.names;

/// A name in memory, ready to be compared.
///
/// @param owner index of whose it is
/// @param words its words, as numbers of the vocabulary
/// @param squashed all of it without spaces
@SuppressWarnings("ArrayRecordComponent") // never compared
record Name(int owner, int[] words, String squashed) {}
