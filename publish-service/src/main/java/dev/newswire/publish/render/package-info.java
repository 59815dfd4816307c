/** Feeds and articles as programs read them: JSON and Atom, and the addresses of everything. */
@NullMarked
package dev.newswire.publish.render;

import org.jspecify.annotations.NullMarked;
