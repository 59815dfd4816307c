package dev.newswire.ingest.archive;

import java.util.Map;

/**
 * Named fields of a record's header.
 *
 * @param values by name in lower case
 */
public record RecordFields(Map<String, String> values) {

    /** A field by its name in lower case, or empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }
}
