package dev.newswire.publish.render;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.RelatedArticles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An article with its text, what it names and what it is linked to, and why. */
public final class ArticlePage {
    private final Layout layout;
    private final Links links;

    /** @param layout of the site */
    public ArticlePage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
    }

    /**
     * The page of an article.
     *
     * @param linked the articles that it links to, by id, as far as they can be shown
     */
    public String write(ArticleView view, Map<String, ArticleView> linked) {
        EnrichedArticle article = view.article();
        return layout.page(article.getTitle() + " · Newswire", null, html -> {
            html.open("div", "class", "columns").open("article", "class", "article", "lang", article.getLanguage());
            heading(html, article);
            new MarkedText(links, article.getEntities()).write(html, article.getBody());
            html.end();
            html.open("aside", "class", "side");
            related(html, view, linked);
            entities(html, article.getEntities());
            details(html, article);
            html.close().end();
        });
    }

    private void heading(Html html, EnrichedArticle article) {
        html.open("header");
        html.open("p", "class", "meta");
        String source = article.getSource();
        html.element("a", source, "class", "source", "href", links.feedPath(FeedIds.source(source)));
        html.text(" ");
        Instant publishedAt = article.getPublishedAt();
        Instant shown = publishedAt == null ? article.getFirstReceivedAt() : publishedAt;
        String about = article.getPublishedAtEstimated() ? "about " : "";
        html.element("time", about + Times.spoken(shown), "datetime", Times.rfc3339(shown));
        html.end();
        html.element("h1", article.getTitle(), "dir", "auto");
        if (!article.getAuthors().isEmpty()) {
            html.element("p", "By " + String.join(", ", article.getAuthors()), "class", "byline", "dir", "auto");
        }
        html.end();
    }

    private void related(Html html, ArticleView view, Map<String, ArticleView> linked) {
        RelatedArticles related = view.related();
        if (related == null || linked.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Related");
        if (related.getStorySize() > 1) {
            html.open("p", "class", "label");
            html.element("a", "The whole story", "href", links.feedPath(FeedIds.story(related.getStoryId())));
            html.close();
        }
        html.open("ul", "class", "related");
        for (Link link : related.getLinks()) {
            ArticleView other = linked.get(link.getArticleId());
            if (other != null) {
                link(html, link, other.article());
            }
        }
        html.close().end();
    }

    private void link(Html html, Link link, EnrichedArticle other) {
        html.open("li");
        html.element("p", kind(link) + " · " + other.getSource(), "class", "meta");
        html.element(
                "a",
                other.getTitle(),
                "class",
                "title",
                "dir",
                "auto",
                "href",
                links.articlePath(other.getArticleId()));
        if (!link.getReasons().isEmpty()) {
            html.open("ul", "class", "reasons");
            for (LinkReason reason : link.getReasons()) {
                html.element("li", reason.getLabel(), "dir", "auto");
            }
            html.close();
        }
        html.end();
    }

    private static String kind(Link link) {
        String percent = " " + Math.round(100 * link.getScore()) + " %";
        return switch (link.getKind()) {
            case DUPLICATE -> "Copy" + percent;
            case SAME_STORY -> "Same story" + percent;
            case RELATED -> "Related" + percent;
            case DECLARED -> "Named by the source";
        };
    }

    private void entities(Html html, List<Entity> entities) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Named here").open("ol", "class", "counts");
        for (Entity entity : entities) {
            html.open("li");
            html.element(
                    "a",
                    entity.getName(),
                    "class",
                    "chip " + RelationJson.lower(entity.getType()),
                    "dir",
                    "auto",
                    "href",
                    links.feedPath(FeedIds.entity(entity.getEntityId())));
            html.text(" ");
            html.element("span", Integer.toString(entity.getMentions().size()), "class", "number");
            html.end();
        }
        html.close().end();
    }

    private void details(Html html, EnrichedArticle article) {
        html.open("section", "class", "details")
                .element("h2", "About this article")
                .open("ul");
        String external = Links.external(article.getCanonicalUrl());
        if (external != null) {
            html.open("li")
                    .element("a", "Read it at its source", "href", external, "rel", "noopener noreferrer")
                    .close();
        }
        html.open("li")
                .element("a", "This article as JSON", "href", links.path("/v1/articles/" + article.getArticleId()));
        html.close();
        html.element("li", "Received " + Times.spoken(article.getFirstReceivedAt()));
        if (!article.getReceivedAt().equals(article.getFirstReceivedAt())) {
            html.element("li", "Changed " + Times.spoken(article.getReceivedAt()));
        }
        html.close().end();
    }
}
