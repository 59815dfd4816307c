package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.DeclaredLink;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the world is told of an article's links. */
public final class RelatedView {
    private static final int MOST_DECLARED = 100;
    private static final LinkReason NAMES = new LinkReason(ReasonKind.DECLARED, "names", "named by the source");
    private static final LinkReason NAMED =
            new LinkReason(ReasonKind.DECLARED, "named-by", "names this article as related");

    private RelatedView() {}

    /**
     * @param memory of the article; null where nothing is remembered
     * @param rulesVersion of what makes links
     * @return null where there is nothing to tell: the article is not there or stands alone
     */
    public static @Nullable RelatedArticles of(String articleId, @Nullable LinkMemory memory, String rulesVersion) {
        if (memory == null || !memory.getLive()) {
            return null;
        }
        List<Link> links = new ArrayList<>();
        memory.getLinks().forEach(kept -> links.add(kept.getLink()));
        memory.getDeclared().stream()
                .filter(RelatedView::isShown)
                .limit(MOST_DECLARED)
                .forEach(link -> links.add(declared(link)));
        if (links.isEmpty()) {
            return null;
        }
        return new RelatedArticles(articleId, memory.getStoryId(), storySize(memory), links, rulesVersion);
    }

    private static boolean isShown(DeclaredLink link) {
        return link.getDeclared() || (link.getDeclares() && link.getPresent());
    }

    private static Link declared(DeclaredLink link) {
        return new Link(link.getOtherId(), LinkKind.DECLARED, 1f, List.of(link.getDeclares() ? NAMES : NAMED));
    }

    private static int storySize(LinkMemory memory) {
        long others = memory.getLinks().stream()
                .filter(LinkBook::isOfStory)
                .map(KeptLink::getStoryId)
                .filter(memory.getStoryId()::equals)
                .count();
        return 1 + (int) others;
    }
}
