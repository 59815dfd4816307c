@NullMarked
package dev.newswire.integration.local;

import org.jspecify.annotations.NullMarked;
