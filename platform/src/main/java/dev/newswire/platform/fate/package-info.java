/** The ledger of what became of every event. */
@NullMarked
package dev.newswire.platform.fate;

import org.jspecify.annotations.NullMarked;
