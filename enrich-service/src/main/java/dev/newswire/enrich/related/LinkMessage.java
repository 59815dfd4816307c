package dev.newswire.enrich.related;

import dev.newswire.schema.internal.LinkEvent;

/**
 * What the keeper of one article's links tells another.
 *
 * @param to the article whose keeper is told
 */
public record LinkMessage(String to, LinkEvent event) {}
