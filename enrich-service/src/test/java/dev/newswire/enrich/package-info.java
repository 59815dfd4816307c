@NullMarked
package dev.newswire.enrich;

import org.jspecify.annotations.NullMarked;
