/** The publish service: its topology, its configuration and its main. */
@NullMarked
package dev.newswire.publish;

import org.jspecify.annotations.NullMarked;
