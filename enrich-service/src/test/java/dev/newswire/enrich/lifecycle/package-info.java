@NullMarked
package dev.newswire.enrich.lifecycle;

import org.jspecify.annotations.NullMarked;
