@NullMarked
package dev.newswire.enrich.entity.tagger;

import org.jspecify.annotations.NullMarked;
