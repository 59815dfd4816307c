package dev.newswire.cli.entities;

import dev.newswire.enrich.entity.NameForm;
import dev.newswire.schema.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the enrich service knows it.
 *
 * @param id entity id
 * @param name canonical name
 * @param type kind
 * @param country ISO 3166-1 alpha-2 code, or empty
 * @param prior how well known it is, 0 to 100
 * @param wikidataId item, where one is known
 * @param description for people, or empty
 * @param origin where it comes from
 * @param forms spellings under which it is found, the canonical name first
 */
public record KnownEntity(
        String id,
        String name,
        EntityType type,
        String country,
        int prior,
        @Nullable String wikidataId,
        String description,
        Origin origin,
        List<NameForm> forms) {
    /** Where an entity comes from. */
    public enum Origin {
        /** The tables that ship with the service. */
        SHIPPED("shipped"),
        /** An operator. */
        DEFINED("defined"),
        /** An operator, in the place of a shipped one. */
        REDEFINED("defined, in the place of a shipped one"),
        /** Taken out of use by an operator. */
        DISABLED("disabled");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
