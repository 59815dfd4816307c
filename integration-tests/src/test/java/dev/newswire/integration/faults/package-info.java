/** What breaks in operation, broken on purpose under load, with the promises held against what came out. */
@NullMarked
package dev.newswire.integration.faults;

import org.jspecify.annotations.NullMarked;
