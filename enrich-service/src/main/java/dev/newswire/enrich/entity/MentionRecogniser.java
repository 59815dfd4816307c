package dev.newswire.enrich.entity;

import java.util.List;

/** Finds spans that may name an entity, without overlaps among its own. */
interface MentionRecogniser {
    List<Span> recognise(Document document);
}
