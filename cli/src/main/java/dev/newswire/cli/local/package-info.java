/** A whole pipeline on this machine: broker, registry and the three services. */
@NullMarked
package dev.newswire.cli.local;

import org.jspecify.annotations.NullMarked;
