package dev.newswire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.internal.ArticleMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    @ParameterizedTest
    @MethodSource("dev.newswire.schema.ReleasedSchemas#current")
    void readsEverythingThatWasEverReleasedAndIsReadByIt(Schema current) throws IOException {
        List<Schema> released = ReleasedSchemas.of(current);
        assertThat(released)
                .as("%s has no release: see CONTRIBUTING.md, \"Schemas\"", current.getFullName())
                .isNotEmpty();
        for (Schema old : released) {
            assertThat(whyNot(current, old)).as("new readers, old data").isEmpty();
            assertThat(whyNot(old, current)).as("old readers, new data").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.newswire.schema.ReleasedSchemas#current")
    void theNewestReleaseIsWhatTheCodeSays(Schema current) throws IOException {
        List<Schema> released = ReleasedSchemas.of(current);
        assertThat(released.get(released.size() - 1))
                .as("%s has changed: release it as its next version, see CONTRIBUTING.md", current.getFullName())
                .isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("dev.newswire.schema.ReleasedSchemas#current")
    void everyFieldIsDocumented(Schema current) {
        for (Schema.Field field : current.getFields()) {
            assertThat(field.doc()).as("%s.%s", current.getName(), field.name()).isNotBlank();
        }
    }

    @Test
    void aFieldWithoutDefaultBreaksCompatibility() {
        Schema current = RawArticle.getClassSchema();
        Schema planted = new Schema.Parser()
                .parse(current.toString()
                        .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"planted\",\"type\":\"string\"},"));
        assertThat(whyNot(planted, current)).contains("planted");
    }

    @Test
    void everyReleaseBelongsToASchemaOfTheCode() throws IOException {
        List<String> names = ReleasedSchemas.current().map(Schema::getFullName).toList();
        try (Stream<Path> folders = Files.list(ReleasedSchemas.ROOT)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names)
                    .contains(ArticleMemory.getClassSchema().getFullName());
        }
    }

    private static String whyNot(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return pair.getType() == SchemaCompatibilityType.COMPATIBLE
                ? ""
                : pair.getResult().getIncompatibilities().toString();
    }
}
