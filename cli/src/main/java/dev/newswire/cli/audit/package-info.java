/** Reads the topics and holds events against fates. */
@NullMarked
package dev.newswire.cli.audit;

import org.jspecify.annotations.NullMarked;
