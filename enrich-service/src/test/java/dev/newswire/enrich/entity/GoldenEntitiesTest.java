package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Articles of our own with all their entities: the first line is the title, the rest the body. Run with
 * `-Dgolden.write=<folder>` to write what is found instead of comparing it.
 */
class GoldenEntitiesTest {
    @TestFactory
    Stream<DynamicTest> everyArticleHasItsEntities() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(getClass().getResource("golden")).toURI());
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private void compare(Path file) throws IOException {
        String text = Files.readString(file);
        String title = text.substring(0, text.indexOf('\n'));
        String body = text.substring(text.indexOf('\n') + 1).strip();
        List<Entity> entities = SharedExtractor.EXTRACTOR.extract(title, body, null);
        String expected = file.getFileName().toString().replace(".txt", ".entities");
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, expected), Rendering.of(entities));
            return;
        }
        assertThat(Rendering.of(entities)).isEqualTo(Files.readString(file.resolveSibling(expected)));
        entities.forEach(entity -> entity.getMentions().forEach(mention -> assertInPlace(mention, title, body)));
    }

    private static void assertInPlace(Mention mention, String title, String body) {
        String text = mention.getField() == MentionField.TITLE ? title : body;
        assertThat(text.substring(mention.getStart(), mention.getEnd())).isEqualTo(mention.getSurface());
    }
}
