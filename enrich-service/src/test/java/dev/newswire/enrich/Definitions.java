package dev.newswire.enrich;

import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.util.List;

/** Definitions of entities for tests. */
public final class Definitions {
    /** A shipped entity. */
    public static final String NATO = "Q7184";

    private Definitions() {}

    /** A company that no table knows. */
    public static EntityDefinition.Builder brackwater() {
        return EntityDefinition.newBuilder()
                .setEntityId("nw:brackwater-dynamics")
                .setName("Brackwater Dynamics")
                .setType(EntityType.ORGANISATION)
                .setAliases(List.of("BWD Corp"));
    }

    /** A person whose surname leads to her only where her country or her full name stands too. */
    public static EntityDefinition.Builder quendry() {
        return EntityDefinition.newBuilder()
                .setEntityId("nw:tamsin-quendry")
                .setName("Tamsin Quendry")
                .setType(EntityType.PERSON)
                .setCountry("PE");
    }

    public static EntityDefinition.Builder nato() {
        return EntityDefinition.newBuilder().setEntityId(NATO).setName("NATO").setType(EntityType.ORGANISATION);
    }
}
