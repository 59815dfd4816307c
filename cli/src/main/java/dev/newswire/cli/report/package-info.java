/** Shows people what came out. */
@NullMarked
package dev.newswire.cli.report;

import org.jspecify.annotations.NullMarked;
