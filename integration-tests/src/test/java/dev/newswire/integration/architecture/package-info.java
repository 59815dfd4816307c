@NullMarked
package dev.newswire.integration.architecture;

import org.jspecify.annotations.NullMarked;
