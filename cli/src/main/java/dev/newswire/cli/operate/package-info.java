/** What operators ask: how far behind, and what is wrong. */
@NullMarked
package dev.newswire.cli.operate;

import org.jspecify.annotations.NullMarked;
