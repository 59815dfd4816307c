package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Link;
import dev.newswire.schema.RelatedArticles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An article with its text, what it names and what it is linked to, and why. */
public final class ArticlePage {
    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;
    private final ReasonHtml reasonHtml;

    /** @param layout of the site */
    public ArticlePage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
        this.reasonHtml = new ReasonHtml(links);
    }

    /**
     * The page of an article.
     *
     * @param linked the articles that it links to, by id, as far as they can be shown
     */
    public String write(ArticleView view, Map<String, ArticleView> linked) {
        EnrichedArticle article = view.article();
        return layout.page(Frame.following(article.getTitle(), FeedIds.source(article.getSource())), html -> {
            html.open("div", "class", "columns").open("article", "class", "article", "lang", article.getLanguage());
            heading(html, article);
            new MarkedText(links, article.getEntities()).write(html, article.getBody());
            html.end();
            html.open("aside", "class", "side", "aria-label", "About the article");
            related(html, view, linked);
            entities(html, article.getEntities());
            details(html, article);
            html.close().end();
        });
    }

    private void heading(Html html, EnrichedArticle article) {
        html.open("header").open("p", "class", "meta");
        entryHtml.source(html, article.getSource());
        html.text(" ");
        Instant publishedAt = article.getPublishedAt();
        Instant shown = publishedAt == null ? article.getFirstReceivedAt() : publishedAt;
        html.open("span");
        EntryHtml.time(html, article.getPublishedAtEstimated() ? "about " : "", shown);
        html.close();
        if (article.getSection() != null) {
            html.text(" ").element("span", article.getSection(), "dir", "auto");
        }
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
            html.element(
                    "a",
                    "The whole story in " + Words.count(related.getStorySize(), "article"),
                    "href",
                    links.feedPath(FeedIds.story(related.getStoryId())));
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
        html.element("p", ReasonHtml.kind(link) + " · " + other.getSource(), "class", "meta");
        html.element(
                "a",
                other.getTitle(),
                "class",
                "title",
                "dir",
                "auto",
                "href",
                links.articlePath(other.getArticleId()));
        reasonHtml.write(html, link.getReasons());
        html.end();
    }

    private void entities(Html html, List<Entity> entities) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Named here").open("ol", "class", "counts");
        for (Entity entity : entities) {
            html.open("li");
            new EntityLink(entity.getEntityId(), entity.getName(), entity.getType()).chip(html, links);
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
        moment(html, "Received ", article.getFirstReceivedAt());
        if (!article.getReceivedAt().equals(article.getFirstReceivedAt())) {
            moment(html, "Changed ", article.getReceivedAt());
        }
        html.close().end();
    }

    private static void moment(Html html, String what, Instant time) {
        html.open("li");
        EntryHtml.time(html, what, time);
        html.close();
    }
}
