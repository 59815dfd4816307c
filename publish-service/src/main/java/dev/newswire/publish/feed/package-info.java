/** Which feeds an article belongs to and how an entry reads. No Kafka in here. */
@NullMarked
package dev.newswire.publish.feed;

import org.jspecify.annotations.NullMarked;
