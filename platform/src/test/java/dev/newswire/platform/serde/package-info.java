@NullMarked
package dev.newswire.platform.serde;

import org.jspecify.annotations.NullMarked;
