package dev.newswire.publish.page;

import dev.newswire.publish.feed.Summary;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.render.Links;
import dev.newswire.publish.search.SearchWords;
import dev.newswire.schema.EnrichedArticle;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was found for words: people, places and sources first, then articles. */
public final class SearchPage {
    /** Most articles on the page. */
    public static final int ARTICLES = 20;
    /** Most feeds on the page. */
    public static final int FEEDS = 12;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;

    /** @param layout of the site */
    public SearchPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
    }

    /**
     * The page of what was found.
     *
     * @param words as they were typed
     * @param feeds that have them in their title
     * @param articles the best first
     */
    public String write(String words, List<FeedInfo> feeds, List<ArticleView> articles) {
        String title = words.isBlank() ? "Search" : "“" + words.strip() + "”";
        return layout.page(Frame.found(title, words), html -> {
            html.open("header", "class", "heading");
            html.element("h1", title, "dir", "auto");
            html.element("p", told(words, feeds, articles), "class", "meta");
            html.end();
            feeds(html, feeds);
            html.open("div", "class", "stories found");
            List<String> sought = SearchWords.of(words);
            articles.forEach(article -> article(html, article.article(), sought));
            html.end();
        });
    }

    private static String told(String words, List<FeedInfo> feeds, List<ArticleView> articles) {
        if (words.isBlank()) {
            return "Type words of a title, or the name of a person, place, organisation or source.";
        }
        if (feeds.isEmpty() && articles.isEmpty()) {
            return "Nothing of the last days has all of these words in its title or among its names.";
        }
        return articles.size() == ARTICLES
                ? "The best " + ARTICLES + " articles"
                : Words.count(articles.size(), "article");
    }

    private void feeds(Html html, List<FeedInfo> feeds) {
        if (feeds.isEmpty()) {
            return;
        }
        html.open("ul", "class", "chips found-feeds");
        for (FeedInfo feed : feeds) {
            html.open("li")
                    .element("a", feed.title(), "class", "chip", "dir", "auto", "href", links.feedPath(feed.feedId()));
            html.text(" ").element("span", Words.count(feed.size(), "article"), "class", "meta");
            html.close();
        }
        html.end();
    }

    private void article(Html html, EnrichedArticle article, List<String> sought) {
        html.open("article", "class", "story");
        html.open("p", "class", "meta");
        entryHtml.source(html, article.getSource());
        Instant published = article.getPublishedAt();
        html.text(" ").open("span");
        EntryHtml.time(html, "", published == null ? article.getFirstReceivedAt() : published);
        html.close().end();
        html.open("h2", "dir", "auto").open("a", "href", links.articlePath(article.getArticleId()));
        marked(html, article.getTitle(), sought);
        html.close().end();
        html.element("p", Summary.of(article.getBody()), "class", "summary", "dir", "auto");
        html.end();
    }

    /** A title in which the words that were sought are marked. */
    private static void marked(Html html, String title, List<String> sought) {
        Matcher word = WORD.matcher(title);
        int behind = 0;
        while (word.find()) {
            html.text(title.substring(behind, word.start()));
            if (isSought(word.group(), sought)) {
                html.element("mark", word.group());
            } else {
                html.text(word.group());
            }
            behind = word.end();
        }
        html.text(title.substring(behind));
    }

    private static boolean isSought(String word, List<String> sought) {
        return SearchWords.of(word).stream().anyMatch(part -> sought.stream().anyMatch(part::startsWith));
    }
}
