/** What travels in record headers: where an event entered, CloudEvents attributes, trace context. */
@NullMarked
package dev.newswire.platform.event;

import org.jspecify.annotations.NullMarked;
