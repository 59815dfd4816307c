package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.schema.internal.ArticleVersion;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what changed from one version of an article to the next, field by field. */
final class RevisionJson {
    private RevisionJson() {}

    /**
     * All revisions, the newest first, each with what it changed.
     *
     * @param versions the oldest first; the last is the article as it is
     */
    static void write(JsonGenerator json, List<ArticleVersion> versions) throws IOException {
        json.writeArrayFieldStart("revisions");
        for (int i = versions.size() - 1; i >= 0; i--) {
            ArticleVersion version = versions.get(i);
            json.writeStartObject();
            json.writeNumberField("revision", version.getRevision());
            JsonWriter.time(json, "received", version.getReceivedAt());
            if (i > 0) {
                changes(json, versions.get(i - 1), version);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void changes(JsonGenerator json, ArticleVersion before, ArticleVersion after) throws IOException {
        json.writeArrayFieldStart("changes");
        value(json, "title", before.getTitle(), after.getTitle());
        if (!before.getBody().equals(after.getBody())) {
            body(json, ParagraphDiff.of(before.getBody(), after.getBody()));
        }
        value(json, "authors", String.join(", ", before.getAuthors()), String.join(", ", after.getAuthors()));
        value(json, "external_url", before.getCanonicalUrl(), after.getCanonicalUrl());
        value(json, "published", before.getPublishedAt(), after.getPublishedAt());
        value(json, "language", before.getLanguage(), after.getLanguage());
        value(json, "section", before.getSection(), after.getSection());
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, String field, @Nullable Object before, @Nullable Object after)
            throws IOException {
        if (Objects.equals(before, after)) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("field", field);
        if (before != null) {
            json.writeStringField("before", before.toString());
        }
        if (after != null) {
            json.writeStringField("after", after.toString());
        }
        json.writeEndObject();
    }

    private static void body(JsonGenerator json, ParagraphDiff diff) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", "body");
        JsonWriter.texts(json, "removed", diff.removed());
        JsonWriter.texts(json, "added", diff.added());
        json.writeEndObject();
    }
}
