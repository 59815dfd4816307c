/** Feeds and articles as JSON, Atom and HTML. Everything that came from an article is escaped. */
@NullMarked
package dev.newswire.publish.render;

import org.jspecify.annotations.NullMarked;
