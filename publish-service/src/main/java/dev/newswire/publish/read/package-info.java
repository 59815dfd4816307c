/** What readers may ask of the feeds and articles that publish keeps. */
@NullMarked
package dev.newswire.publish.read;

import org.jspecify.annotations.NullMarked;
