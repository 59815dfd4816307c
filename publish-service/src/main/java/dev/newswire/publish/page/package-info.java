/** Pages for people: HTML that says everything without scripts, and is kept up to date by one. */
@NullMarked
package dev.newswire.publish.page;

import org.jspecify.annotations.NullMarked;
