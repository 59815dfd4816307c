package dev.newswire.enrich.related;

import dev.newswire.schema.internal.KeptLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links of one article that are too weak to show now, but must be withdrawn one day or may move up. */
public interface SpareLinks {
    /** Keeps the link in the place of any other to the same article. */
    void put(KeptLink link);

    /** The link to that article; null where there is none. */
    @Nullable
    KeptLink get(String otherId);

    /** Forgets the link to that article. */
    void remove(String otherId);

    /** All of them. */
    List<KeptLink> all();
}
