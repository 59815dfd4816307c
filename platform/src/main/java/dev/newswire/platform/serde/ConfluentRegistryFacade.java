package dev.newswire.platform.serde;

import dev.newswire.platform.registry.RegistryClient;
import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The serde's view of a registry, served by the Confluent REST API. Schemas are registered whole: no references. */
final class ConfluentRegistryFacade implements RegistryClientFacade {
    private final RegistryClient registry;

    ConfluentRegistryFacade(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public String getSchemaByContentId(Long id) {
        return registry.schemaById(id);
    }

    @Override
    public String getSchemaByGlobalId(long id, boolean dereferenced) {
        return registry.schemaById(id);
    }

    @Override
    public List<RegistryVersionCoordinates> searchVersionsByContent(
            String schema, String type, ArtifactReference reference, boolean canonical) {
        String subject = reference.getArtifactId();
        long id = registry.find(subject, schema).orElseThrow(() -> notRegistered(subject));
        return List.of(coordinates(id, subject));
    }

    @Override
    public RegistryVersionCoordinates createSchema(
            String type,
            String group,
            String subject,
            String version,
            String ifExists,
            boolean canonical,
            String schema,
            Set<RegistryArtifactReference> references) {
        return coordinates(registry.register(subject, schema), subject);
    }

    @Override
    public RegistryVersionCoordinates getVersionCoordinatesByGAV(
            String group, String subject, @Nullable String version) {
        throw unused("a lookup by version");
    }

    @Override
    public String getSchemaByGAV(String group, String subject, String version) {
        throw unused("a lookup by version");
    }

    @Override
    public String getSchemaByContentHash(String hash) {
        throw unused("a lookup by hash");
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGlobalId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGAV(String group, String subject, String version) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentHash(String hash) {
        return List.of();
    }

    @Override
    public Object getClient() {
        return registry;
    }

    private static RegistryVersionCoordinates coordinates(long id, String subject) {
        return RegistryVersionCoordinates.create(id, id, null, subject, null);
    }

    private static SerializationException notRegistered(String subject) {
        return new SerializationException(
                "The schema of " + subject + " is not registered: run `newswire topics --apply` against this registry");
    }

    private static SerializationException unused(String what) {
        return new SerializationException("The Confluent wire format never needs " + what);
    }
}
