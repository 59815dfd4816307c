@NullMarked
package dev.newswire.enrich.related;

import org.jspecify.annotations.NullMarked;
