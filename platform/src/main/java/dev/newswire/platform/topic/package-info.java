/** The catalogue of topics and what provisions them. */
@NullMarked
package dev.newswire.platform.topic;

import org.jspecify.annotations.NullMarked;
