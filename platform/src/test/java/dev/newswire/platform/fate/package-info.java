@NullMarked
package dev.newswire.platform.fate;

import org.jspecify.annotations.NullMarked;
