/** Where bad records go, with the reason and never lost. */
@NullMarked
package dev.newswire.platform.deadletter;

import org.jspecify.annotations.NullMarked;
