@NullMarked
package dev.newswire.platform.config;

import org.jspecify.annotations.NullMarked;
