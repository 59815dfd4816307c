@NullMarked
package dev.newswire.platform.runtime;

import org.jspecify.annotations.NullMarked;
