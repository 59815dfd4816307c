package dev.newswire.publish;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that mean harm wherever they are taken for more than text. */
public final class HostileTexts {
    private static final String ALPHABET = "<>&\"'/=;:-!?[]()%#ab \n\r\t\u0000\u001b\u2028\ud83d\ude00\ufffe\uffff";

    static {
        TrustedRecords.trust();
    }

    private HostileTexts() {}

    /** Attempts that are known. */
    public static Stream<String> known() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title><script>alert(1)</script>",
                "</textarea><svg/onload=alert(1)>",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "<!--<script>",
                "]]><script>alert(1)</script>",
                "&lt;script&gt;&#x3C;b&#x3E;&amp;",
                "{{7*7}}${7*7}<%= 7 %>",
                "\u0000\u0001\u0008\u000b\u001f\u007f\u0085\u2028\u2029",
                "\ud800 lone \udfff surrogates",
                "\u202e reversed \u2066 isolated",
                "../../etc/passwd?a=b&c=<d>#e",
                "%3Cscript%3E%00%0d%0aSet-Cookie:a=b",
                "line\r\nbreak\tand\u00a0space",
                "");
    }

    /** So many at random, of at most 60 characters. */
    public static Stream<String> random(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(60); i > 0; i--) {
                        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    }
                    return text.toString();
                })
                .limit(count);
    }

    /** An article that carries a text wherever it has room for one. */
    public static EnrichedArticle article(String hostile) {
        return Samples.article(1)
                .setTitle(hostile)
                .setBody(hostile + "\n" + hostile)
                .setSource(hostile)
                .setCanonicalUrl(hostile)
                .setAuthors(List.of(hostile))
                .setLanguage(hostile)
                .setSection(hostile)
                .setEntities(List.of(Entity.newBuilder(Samples.entity(hostile, hostile, EntityType.PERSON, 0.5f))
                        .setMentions(List.of(mention(0, Math.max(1, hostile.length()))))
                        .build()))
                .build();
    }

    /** Links of that article, in a story and for reasons of that name. */
    public static RelatedArticles links(String hostile) {
        List<LinkReason> reasons = List.of(
                new LinkReason(ReasonKind.TERM, hostile, hostile),
                new LinkReason(ReasonKind.ENTITY, hostile, hostile),
                new LinkReason(ReasonKind.TEXT, hostile, hostile),
                new LinkReason(ReasonKind.DECLARED, hostile, hostile));
        return RelatedArticles.newBuilder(Samples.related(1, 1, 2, 2))
                .setStoryId(hostile)
                .setLinks(List.of(new Link(Samples.id(2), LinkKind.RELATED, 0.5f, reasons)))
                .build();
    }

    /** A mention in the body between two offsets, which may fit no text. */
    public static Mention mention(int start, int end) {
        return Mention.newBuilder(Samples.mention(MentionField.BODY, 0, "x"))
                .setStart(start)
                .setEnd(end)
                .build();
    }
}
