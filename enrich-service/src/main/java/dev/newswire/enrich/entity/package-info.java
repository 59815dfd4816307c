/**
 * Entities of an article: names found in its text, joined within the document and linked to the knowledge base. Pure
 * functions of the text and the shipped tables; {@link dev.newswire.enrich.entity.EntityExtractor} is the door.
 */
@NullMarked
package dev.newswire.enrich.entity;

import org.jspecify.annotations.NullMarked;
