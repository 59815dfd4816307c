package dev.newswire.platform.serde;

import dev.newswire.platform.registry.RegistryClient;
import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.SchemaParser;
import java.util.Map;

/**
 * Resolves schemas over the Confluent REST API at {@code schema.registry.url} instead of the serde's native one, so
 * that one build works with every registry. Named in {@code serdes.properties}; made by reflection.
 */
public final class ConfluentSchemaResolver<S, T> extends DefaultSchemaResolver<S, T> {
    @Override
    public void configure(Map<String, ?> configuration, SchemaParser<S, T> parser) {
        setClientFacade(new ConfluentRegistryFacade(RegistryClient.from(configuration)));
        super.configure(configuration, parser);
    }
}
