/** The HTTP surface: paths, conditional requests, errors. */
@NullMarked
package dev.newswire.publish.http;

import org.jspecify.annotations.NullMarked;
