/** Recognises names by a linear-chain conditional random field over hashed features; knows nothing of entities. */
@NullMarked
package dev.newswire.enrich.entity.tagger;

import org.jspecify.annotations.NullMarked;
