package dev.newswire.cli.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFileTest {
    @TempDir
    Path folder;

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        List<EntityDefinition> yaml = complete("list.yaml", """
                entities:
                  - name: Brackwater Dynamics
                    type: organisation
                    aliases: [BWD Corp]
                    country: CA
                    prior: 30
                """);
        List<EntityDefinition> json = complete("list.json", """
                [{"name": "Brackwater Dynamics", "type": "organisation", "aliases": ["BWD Corp"], "country": "CA",
                  "prior": 30}]
                """);

        assertThat(yaml).isEqualTo(json).singleElement().satisfies(definition -> {
            assertThat(definition.getEntityId()).isEqualTo("nw:brackwater-dynamics");
            assertThat(definition.getType()).isEqualTo(EntityType.ORGANISATION);
            assertThat(definition.getAliases()).containsExactly("BWD Corp");
            assertThat(definition.getPrior()).isEqualTo(30);
            assertThat(definition.getKeepsShippedNames()).isTrue();
            assertThat(definition.getDisabled()).isFalse();
        });
    }

    @Test
    void mistakesAreToldInASentenceWithTheirEntry() {
        assertMistake("[{name: A, type: person}, {nam: B}]", "entry 2 has the field nam");
        assertMistake("[{name: A, type: ship}]", "entry 1: the type is \"ship\"");
        assertMistake("[{type: person}]", "entry 1: an entity that is not shipped needs a name");
        assertMistake("[{name: a, type: person}]", "entry 1: The name has no capital letter");
        assertMistake("[{name: A, type: person, aliases: B}]", "entry 1: aliases takes a list");
        assertMistake("[1]", "entry 1 is not an object");
        assertMistake("{}", "takes a list of entities");
        assertMistake("", "takes a list of entities");
        assertMistake("[{name: 'A", "is not valid YAML or JSON");
        assertMistake("[".repeat(1_000), "is not valid YAML or JSON");
        assertMistake("[{name: A, type: person, prior: many}]", "The prior is -1");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> DefinitionFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cannot be read");
    }

    private void assertMistake(String yaml, String part) {
        assertThatThrownBy(() -> complete("list.yaml", yaml))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("list.yaml")
                .hasMessageContaining(part);
    }

    private List<EntityDefinition> complete(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return DefinitionFile.read(file).stream()
                .map(draft -> draft.complete(null))
                .toList();
    }
}
