/** What every service process has: HTTP endpoint, health, metrics, signals. */
@NullMarked
package dev.newswire.platform.runtime;

import org.jspecify.annotations.NullMarked;
