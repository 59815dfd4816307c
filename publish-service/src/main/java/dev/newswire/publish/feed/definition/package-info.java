/** Feeds that operators define: what a definition must be like, how it is read, and which articles meet it. */
@NullMarked
package dev.newswire.publish.feed.definition;

import org.jspecify.annotations.NullMarked;
