/** What happens in feeds, as it happens: the newest events in memory, and streams of them (server-sent events). */
@NullMarked
package dev.newswire.publish.events;

import org.jspecify.annotations.NullMarked;
