@NullMarked
package dev.newswire.enrich.text;

import org.jspecify.annotations.NullMarked;
