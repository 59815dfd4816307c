package dev.newswire.publish.http;

import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.ArticleJson;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.internal.ArticleVersion;
import java.util.List;
import java.util.Optional;

/** Articles for programs. */
final class ArticleRoutes {
    private final NewsReader reader;
    private final ArticleJson json;

    ArticleRoutes(NewsReader reader, Links links) {
        this.reader = reader;
        this.json = new ArticleJson(links);
    }

    void addTo(Routes routes) {
        routes.under("/v1/articles/", (ask, articleId) -> article(articleId));
    }

    private Reply article(String articleId) {
        Optional<ArticleView> article = reader.article(articleId);
        if (article.isEmpty()) {
            return reader.isWithdrawn(articleId) ? Problems.withdrawn() : Problems.noArticle();
        }
        List<ArticleVersion> former = reader.history(articleId);
        return Reply.ok(Reply.JSON, () -> json.write(article.get(), former)).shared();
    }
}
