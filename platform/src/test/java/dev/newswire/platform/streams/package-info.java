@NullMarked
package dev.newswire.platform.streams;

import org.jspecify.annotations.NullMarked;
