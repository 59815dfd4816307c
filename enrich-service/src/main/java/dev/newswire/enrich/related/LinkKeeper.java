package dev.newswire.enrich.related;

import dev.newswire.schema.Link;
import dev.newswire.schema.internal.DeclaredLink;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.LinkEventKind;
import dev.newswire.schema.internal.LinkMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the links of one article in step with those of all others by messages alone.
 *
 * <p>Messages of one keeper to another arrive in their order; those of different senders do not. So a score is told to
 * the keeper of one article only, which tells the other (LINKED): what ends a link then never overtakes what made it. A
 * keeper that knows better, because its article has moved on to a newer generation or was withdrawn, answers LINKED with
 * UNLINKED. In the end every link stands on both sides, of the newest generations, or on none.
 *
 * <p>Stories form a tree: an article takes the story of the strongest link of one event that leads to an older article.
 * A parent is always older, so there are no circles, and a story is named after its oldest article.
 */
public final class LinkKeeper {
    /** What more articles than this declare of one is not remembered: memory is bounded. */
    private static final int MOST_DECLARED = 1_000;

    private final LinkBook book;
    private final String articleId;
    private final List<LinkMessage> messages = new ArrayList<>();

    /**
     * @param memory of the article; null where nothing is remembered
     * @param most links to keep at hand, the rest being spare
     */
    public LinkKeeper(String articleId, @Nullable LinkMemory memory, SpareLinks spareLinks, int most) {
        this.articleId = articleId;
        this.book = new LinkBook(articleId, memory, spareLinks, most);
    }

    /**
     * Takes in a message.
     *
     * @param recomputableFrom epoch milliseconds: links to articles first received before are not made again, because
     *     their postings are gone, and so survive a correction
     */
    public void hear(LinkEvent event, long recomputableFrom) {
        switch (event.getKind()) {
            case OPENED -> opened(event, recomputableFrom);
            case CLOSED -> closed(event);
            case SCORED -> scored(event);
            case LINKED -> linked(event);
            case UNLINKED -> unlinked(event);
            case DECLARED -> declared(event);
            case UNDECLARED -> undeclared(event);
            case CONFIRMED -> confirmed(event);
            case GONE -> gone(event);
            case STORY -> story(event);
        }
    }

    /** What is to be remembered now. */
    public LinkMemory memory() {
        return book.toMemory();
    }

    /** What other keepers are to be told, in this order. */
    public List<LinkMessage> messages() {
        return messages;
    }

    private void opened(LinkEvent event, long recomputableFrom) {
        if (event.getGeneration() <= book.generation()) {
            return;
        }
        boolean returns = !book.isLive();
        book.open(event.getGeneration(), event.getAt());
        long generation = event.getGeneration();
        List<KeptLink> ended =
                book.removeIf(kept -> kept.getGeneration() < generation && kept.getOtherAt() >= recomputableFrom);
        ended.forEach(kept -> tell(LinkBook.otherId(kept), about(LinkEventKind.UNLINKED, generation - 1)));
        declare(event.getDeclares());
        if (returns) {
            confirmAll();
        }
        settleStory();
    }

    private void closed(LinkEvent event) {
        if (event.getGeneration() <= book.generation()) {
            return;
        }
        long generation = event.getGeneration();
        book.close(generation);
        Set<String> others = new TreeSet<>();
        book.removeIf(kept -> kept.getGeneration() < generation).forEach(kept -> others.add(LinkBook.otherId(kept)));
        for (DeclaredLink link : book.declared()) {
            others.add(link.getOtherId());
            book.putDeclared(DeclaredLink.newBuilder(link).setDeclares(false).build());
        }
        others.forEach(other -> tell(other, about(LinkEventKind.GONE, generation)));
        settleStory();
    }

    private void scored(LinkEvent event) {
        KeptLink known = book.find(event.getOtherId());
        KeptLink kept = kept(event);
        if (event.getGeneration() < book.generation() || (known != null && !supersedes(kept, known))) {
            return;
        }
        book.put(kept);
        settleStory();
        tell(event.getOtherId(), mirrored(event));
    }

    private void linked(LinkEvent event) {
        KeptLink known = book.find(event.getOtherId());
        long newest = Math.max(book.generation(), known == null ? 0 : known.getGeneration());
        if (event.getGeneration() < newest) {
            tell(event.getOtherId(), about(LinkEventKind.UNLINKED, newest - 1));
            return;
        }
        KeptLink kept = kept(event);
        if (known != null && !supersedes(kept, known)) {
            return;
        }
        book.put(kept);
        boolean told = settleStory();
        if (!told && LinkBook.isOfStory(kept) && !book.storyId().equals(articleId)) {
            tellStory(kept);
        }
    }

    private void unlinked(LinkEvent event) {
        KeptLink known = book.find(event.getOtherId());
        if (known != null && known.getOtherGeneration() <= event.getOtherGeneration()) {
            book.remove(event.getOtherId());
            settleStory();
        }
    }

    private void gone(LinkEvent event) {
        unlinked(event);
        DeclaredLink link = book.declared(event.getOtherId());
        if (link != null) {
            book.putDeclared(DeclaredLink.newBuilder(link)
                    .setDeclared(false)
                    .setPresent(false)
                    .build());
        }
    }

    private void story(LinkEvent event) {
        KeptLink known = book.find(event.getOtherId());
        if (known != null
                && event.getGeneration() >= known.getGeneration()
                && event.getOtherGeneration() >= known.getOtherGeneration()) {
            book.update(new KeptLink(
                    known.getLink(),
                    known.getGeneration(),
                    known.getOtherGeneration(),
                    known.getOtherAt(),
                    event.getStoryId()));
            settleStory();
        }
    }

    // Declared links

    private void declare(List<String> declares) {
        Set<String> named = new HashSet<>(declares);
        named.remove(articleId);
        for (DeclaredLink link : book.declared()) {
            if (link.getDeclares() && !named.contains(link.getOtherId())) {
                book.putDeclared(
                        DeclaredLink.newBuilder(link).setDeclares(false).build());
                tell(link.getOtherId(), about(LinkEventKind.UNDECLARED, book.generation()));
            }
        }
        for (String other : new TreeSet<>(named)) {
            DeclaredLink link = declaredOrNew(other);
            if (!link.getDeclares()) {
                book.putDeclared(DeclaredLink.newBuilder(link).setDeclares(true).build());
                tell(other, about(LinkEventKind.DECLARED, book.generation()));
            }
        }
    }

    private void declared(LinkEvent event) {
        if (book.declared(event.getOtherId()) == null && book.declaredSize() >= MOST_DECLARED) {
            return;
        }
        book.putDeclared(DeclaredLink.newBuilder(declaredOrNew(event.getOtherId()))
                .setDeclared(true)
                .setPresent(true)
                .build());
        if (book.isLive()) {
            tell(event.getOtherId(), about(LinkEventKind.CONFIRMED, book.generation()));
        } else if (book.generation() > 0) {
            // It may have confirmed before, and that may still be on its way.
            tell(event.getOtherId(), about(LinkEventKind.GONE, book.generation()));
        }
    }

    private void undeclared(LinkEvent event) {
        DeclaredLink link = book.declared(event.getOtherId());
        if (link != null) {
            book.putDeclared(DeclaredLink.newBuilder(link).setDeclared(false).build());
        }
    }

    private void confirmed(LinkEvent event) {
        DeclaredLink link = book.declared(event.getOtherId());
        if (link != null) {
            book.putDeclared(DeclaredLink.newBuilder(link).setPresent(true).build());
        }
    }

    private void confirmAll() {
        for (DeclaredLink link : book.declared()) {
            if (link.getDeclared()) {
                tell(link.getOtherId(), about(LinkEventKind.CONFIRMED, book.generation()));
            }
        }
    }

    private DeclaredLink declaredOrNew(String other) {
        DeclaredLink link = book.declared(other);
        return link != null ? link : DeclaredLink.newBuilder().setOtherId(other).build();
    }

    // Links and stories

    private static KeptLink kept(LinkEvent event) {
        String storyId = event.getStoryId().isEmpty() ? event.getOtherId() : event.getStoryId();
        return KeptLink.newBuilder()
                .setLink(event.getLink())
                .setGeneration(event.getGeneration())
                .setOtherGeneration(event.getOtherGeneration())
                .setOtherAt(event.getOtherAt())
                .setStoryId(storyId)
                .build();
    }

    /** Whether neither article was newer in what is known, and it says something else. */
    private static boolean supersedes(KeptLink kept, KeptLink known) {
        boolean same = kept.getGeneration() == known.getGeneration()
                && kept.getOtherGeneration() == known.getOtherGeneration()
                && kept.getLink().equals(known.getLink());
        return !same
                && kept.getGeneration() >= known.getGeneration()
                && kept.getOtherGeneration() >= known.getOtherGeneration();
    }

    private LinkEvent mirrored(LinkEvent scored) {
        Link link = scored.getLink();
        return LinkEvent.newBuilder()
                .setKind(LinkEventKind.LINKED)
                .setOtherId(articleId)
                .setOtherGeneration(scored.getGeneration())
                .setGeneration(scored.getOtherGeneration())
                .setOtherAt(scored.getAt())
                .setLink(new Link(articleId, link.getKind(), link.getScore(), link.getReasons()))
                .setStoryId(book.storyId())
                .build();
    }

    /** Settles the story and, where it is another, tells every article of the same; whether it told. */
    private boolean settleStory() {
        if (!book.settleStory()) {
            return false;
        }
        book.all().stream().filter(LinkBook::isOfStory).forEach(this::tellStory);
        return true;
    }

    /** Tells it for the generations that the link is of: what is told of older ones comes too late. */
    private void tellStory(KeptLink kept) {
        LinkEvent event = LinkEvent.newBuilder()
                .setKind(LinkEventKind.STORY)
                .setOtherId(articleId)
                .setOtherGeneration(kept.getGeneration())
                .setGeneration(kept.getOtherGeneration())
                .setStoryId(book.storyId())
                .build();
        tell(LinkBook.otherId(kept), event);
    }

    private LinkEvent about(LinkEventKind kind, long generation) {
        return LinkEvent.newBuilder()
                .setKind(kind)
                .setOtherId(articleId)
                .setOtherGeneration(generation)
                .build();
    }

    private void tell(String other, LinkEvent event) {
        messages.add(new LinkMessage(other, event));
    }
}
