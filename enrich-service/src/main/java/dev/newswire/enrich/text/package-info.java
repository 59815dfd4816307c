/** Words of a text with their exact places, and the folding under which two spellings are the same word. */
@NullMarked
package dev.newswire.enrich.text;

import org.jspecify.annotations.NullMarked;
