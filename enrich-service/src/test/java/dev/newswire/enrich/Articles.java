package dev.newswire.enrich;

import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RetractReason;
import java.time.Instant;
import java.util.List;

/** Raw events for tests. */
final class Articles {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Articles() {}

    /** An event of revision 1, received at noon. */
    static RawArticle.Builder upsert(String id, String title, String body) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setRevision(1)
                .setSource("example")
                .setTitle(title)
                .setBody(body)
                .setLanguage("en")
                .setReceivedAt(NOON)
                .setContentHash(Integer.toHexString((title + "|" + body).hashCode()));
    }

    static RawArticle retraction(String id, long revision) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setRevision(revision)
                .setKind(EventKind.RETRACT)
                .setRetractReason(RetractReason.PUBLISHER)
                .setSource("example")
                .setReceivedAt(NOON.plusSeconds(60))
                .build();
    }

    /** The collapse of a bridge, as one of several papers reports it. */
    static RawArticle.Builder bridge(String id) {
        return upsert(
                id,
                "Halden Bridge closed after cracks are found in two pylons",
                "Engineers closed Halden Bridge on Monday after inspectors found cracks in two pylons of the crossing."
                        + " Mayor Marchetti said ferries would carry commuters until repairs are finished in autumn."
                        + " Haulage firms warned that detours through the valley add forty minutes to every trip.");
    }

    /** The same event in other words. */
    static RawArticle.Builder bridgeAgain(String id) {
        return upsert(
                id,
                "Ferries replace Halden Bridge while cracked pylons are repaired",
                "Commuters board ferries this week because cracks in two pylons forced engineers to close Halden Bridge."
                        + " Repairs last until autumn, Mayor Marchetti told reporters; inspectors had found the cracks"
                        + " during a routine visit to the crossing. Detours through the valley take forty minutes more.");
    }

    /** Something else that the mayor did. */
    static RawArticle.Builder mayor(String id) {
        return upsert(
                id,
                "Marchetti will not seek another term as mayor",
                "Marchetti, mayor for eleven years, announced that her party must look for another candidate next spring."
                        + " Councillors praised Marchetti for balancing budgets; opponents say rents doubled.");
    }

    /** Nothing to do with any of them. */
    static RawArticle.Builder chess(String id) {
        return upsert(
                id,
                "Teenager wins chess tournament with daring queen sacrifice",
                "A fifteen-year-old from a village near the coast won the open tournament on Sunday."
                        + " The decisive game ended with a queen sacrifice that grandmasters called unforgettable.");
    }

    static RawArticle declaring(RawArticle.Builder article, String... others) {
        return article.setDeclaredRelated(List.of(others))
                .setContentHash(article.getContentHash() + String.join("", others))
                .build();
    }
}
