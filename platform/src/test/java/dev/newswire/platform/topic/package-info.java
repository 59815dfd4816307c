@NullMarked
package dev.newswire.platform.topic;

import org.jspecify.annotations.NullMarked;
