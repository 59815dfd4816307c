@NullMarked
package dev.newswire.platform.registry;

import org.jspecify.annotations.NullMarked;
