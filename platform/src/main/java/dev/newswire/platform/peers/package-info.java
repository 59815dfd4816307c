/** Questions that instances of one service ask each other: whoever is asked by a reader answers, wherever the state is. */
@NullMarked
package dev.newswire.platform.peers;

import org.jspecify.annotations.NullMarked;
