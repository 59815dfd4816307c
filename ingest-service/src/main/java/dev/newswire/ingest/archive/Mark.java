package dev.newswire.ingest.archive;

import org.jspecify.annotations.Nullable;

/**
 * Something to know about a place in the bytes of a source: a gzip member begins there, or what should be there is lost.
 *
 * @param position in the decompressed bytes
 * @param offset in the file
 * @param damage what is wrong there in a few words, or null where a member begins
 * @param work bytes that had been inflated before that, some of them more than once
 */
record Mark(long position, long offset, @Nullable String damage, long work) {}
