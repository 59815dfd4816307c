/** Gives every article its entities and its links: what the service runs, around pure packages. */
@NullMarked
package dev.newswire.enrich;

import org.jspecify.annotations.NullMarked;
