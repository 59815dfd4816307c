/** Titles and names of the newest articles, and what is found among them. */
@NullMarked
package dev.newswire.publish.search;

import org.jspecify.annotations.NullMarked;
