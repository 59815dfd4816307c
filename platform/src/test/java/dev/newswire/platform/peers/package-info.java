@NullMarked
package dev.newswire.platform.peers;

import org.jspecify.annotations.NullMarked;
