package dev.newswire.enrich;

import dev.newswire.schema.Entity;
import java.util.List;

/**
 * What was recognised in a text.
 *
 * @param entities the most salient first
 * @param rulesVersion of the rules, tables and definitions that recognised them: equal versions give equal entities for
 *     equal texts
 */
public record Recognition(List<Entity> entities, String rulesVersion) {}
