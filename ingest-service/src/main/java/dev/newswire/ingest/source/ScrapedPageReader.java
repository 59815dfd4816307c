package dev.newswire.ingest.source;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.Authors;
import dev.newswire.schema.ScrapedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a page as a scraper wrote it down: a title, paragraphs, perhaps authors in brackets, then what the
 * site adds, then perhaps blocks of related articles. Any plain text with a title and paragraphs reads the same way.
 *
 * <p>The title stays as the source wrote it, a label such as "OPINION:" included: it says what kind of text this is.
 */
final class ScrapedPageReader implements DocumentReader {

    private static final int TITLE_LIMIT = 400;
    private static final int BYLINE_LIMIT = 120;
    private static final Pattern BYLINE = Pattern.compile("(?i)by[: ].+");

    @Override
    public List<Reading> read(Document document) {
        try {
            List<PageLine> lines = PageLine.of(Utf8.decode(document.content()));
            if (lines.stream().allMatch(PageLine::isBlank)) {
                throw new RefusalException(Refusal.of(Rule.EMPTY, "the document is empty"));
            }
            return read(PageSections.of(lines), document);
        } catch (RefusalException refused) {
            return List.of(new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole()));
        }
    }

    private static List<Reading> read(PageSections page, Document document) {
        List<RelatedBlock> blocks = RelatedBlock.in(page.related());
        List<Reading> related = new ArrayList<>();
        for (RelatedBlock block : blocks) {
            related.add(related(block, related.size() + 2, document.origin()));
        }
        List<Integer> links = IntStream.rangeClosed(1, related.size())
                .filter(i -> related.get(i - 1) instanceof Reading.Found)
                .boxed()
                .toList();
        List<Reading> readings = new ArrayList<>();
        readings.add(main(page.main(), links, document));
        readings.addAll(related);
        return readings;
    }

    private static Reading main(List<PageLine> lines, List<Integer> links, Document document) {
        try {
            List<PageLine> said = new ArrayList<>(
                    lines.stream().filter(line -> !line.isBlank()).toList());
            int line = said.isEmpty() ? 0 : said.get(0).number();
            ScrapedArticle article = article(said, document.origin());
            return new Reading.Found(article, new Place(1, "", line), document.whole(), links, List.of());
        } catch (RefusalException refused) {
            return new Reading.Refused(refused.refusal(), Place.WHOLE, document.whole());
        }
    }

    private static ScrapedArticle article(List<PageLine> said, Origin origin) throws RefusalException {
        if (said.isEmpty()) {
            throw new RefusalException(Refusal.of(Rule.NO_ARTICLE, "no article on this page: it has no title"));
        }
        String title = said.remove(0).text();
        if (title.length() > TITLE_LIMIT) {
            throw new RefusalException(Refusal.of(
                    Rule.NO_ARTICLE,
                    "no article on this page: its first line has " + title.length() + " characters and is no title"));
        }
        List<String> authors = takeByline(said);
        String publishedAt = takeTime(said);
        authors = authors.isEmpty() ? takeByline(said) : authors;
        List<String> described = AuthorNotes.takeFrom(said);
        String body = text(said);
        if (!Prose.isArticle(body)) {
            throw new RefusalException(Refusal.of(
                    Rule.NO_ARTICLE,
                    "no article on this page: too little running text (" + body.length() + " characters)"));
        }
        return ScrapedArticle.newBuilder()
                .setSource(source(origin))
                .setUrl(origin.url())
                .setTitle(title)
                .setBody(body)
                .setAuthors(described.isEmpty() ? authors : described)
                .setPublishedAt(publishedAt)
                .setFetchedAt(origin.fetchedAt())
                .build();
    }

    private static String source(Origin origin) {
        if (origin.source() != null) {
            return origin.source();
        }
        String site = SourceName.ofUrl(origin.url());
        return site == null ? SourceName.UNKNOWN : site;
    }

    /** A line such as "By Ann Lee" right below the title. */
    private static List<String> takeByline(List<PageLine> said) {
        String first = said.isEmpty() ? "" : said.get(0).text();
        if (first.length() > BYLINE_LIMIT || !BYLINE.matcher(first).matches() || Prose.endsSentence(first)) {
            return List.of();
        }
        said.remove(0);
        return Authors.ofByline(first);
    }

    /** A line right below the title that is nothing but a time. */
    private static @Nullable String takeTime(List<PageLine> said) {
        if (said.isEmpty() || !said.get(0).isTime()) {
            return null;
        }
        return said.remove(0).text();
    }

    private static Reading related(RelatedBlock block, int item, Origin origin) {
        Place place = new Place(item, "", block.line());
        Excerpt excerpt = Excerpt.of(block.original());
        if (block.title() == null) {
            return new Reading.Refused(
                    Refusal.of(Rule.MISSING, "related article of " + block.source() + " has no title"), place, excerpt);
        }
        ScrapedArticle article = ScrapedArticle.newBuilder()
                .setSource(SourceName.slug(block.source()))
                .setTitle(block.title())
                .setBody(String.join("\n", block.paragraphs()))
                .setPublishedAt(block.time())
                .setFetchedAt(origin.fetchedAt())
                .build();
        return new Reading.Found(article, place, excerpt, List.of(), List.of());
    }

    private static String text(List<PageLine> lines) {
        return String.join("\n", lines.stream().map(PageLine::text).toList());
    }
}
