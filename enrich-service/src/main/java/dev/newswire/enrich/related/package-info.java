/**
 * Which articles belong together: keys under which candidates meet, a signature that is compared, a scorer, and the
 * keeper of an article's links. Pure: no Kafka, no clock.
 */
@NullMarked
package dev.newswire.enrich.related;

import org.jspecify.annotations.NullMarked;
