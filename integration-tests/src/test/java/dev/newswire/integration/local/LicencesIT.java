package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the bills of materials against the licences that may be shipped. */
class LicencesIT {
    /** Names as SPDX has them, and as libraries state theirs that do not know SPDX. */
    private static final Set<String> PERMISSIVE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "MIT",
            "MIT-0",
            "Unicode-3.0",
            "CC0-1.0",
            "The MIT License",
            "Bouncy Castle Licence",
            "Go License");

    /** Their descriptions name no licence; their sources do: BSD. */
    private static final Set<String> KNOWN_ELSEWHERE = Set.of("langid-java");

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service", "cli"})
    void everyLibraryThatIsShippedHasAPermissiveLicence(String module) throws IOException {
        Path file = Path.of(System.getProperty("newswire.home", ".."), module, "target", "bom.json");
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        Map<String, Set<String>> others = new TreeMap<>();
        bom.path("components").forEach(component -> {
            Set<String> licences = licences(component);
            boolean isKnown = KNOWN_ELSEWHERE.contains(component.path("name").asText());
            if (!isKnown && licences.stream().noneMatch(PERMISSIVE::contains)) {
                others.put(
                        component.path("name").asText() + ":"
                                + component.path("version").asText(),
                        licences);
            }
        });
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bom.path("components")).hasSizeGreaterThan(20);
        assertThat(others).as("libraries without a permissive licence").isEmpty();
    }

    /** Of several a user may choose one. */
    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        component.path("licenses").forEach(entry -> {
            for (String part : entry.path("expression").asText().split("\\s+OR\\s+|[()]")) {
                licences.add(part.strip());
            }
            licences.add(entry.path("license").path("id").asText());
            licences.add(entry.path("license").path("name").asText());
        });
        licences.remove("");
        return licences;
    }
}
