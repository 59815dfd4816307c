@NullMarked
package dev.newswire.platform.event;

import org.jspecify.annotations.NullMarked;
