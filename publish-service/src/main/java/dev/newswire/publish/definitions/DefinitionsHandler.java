package dev.newswire.publish.definitions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.runtime.HttpProblem;
import dev.newswire.platform.runtime.HttpText;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.publish.feed.definition.DefinitionException;
import dev.newswire.publish.feed.definition.DefinitionFields;
import dev.newswire.publish.feed.definition.DefinitionRules;
import dev.newswire.publish.feed.definition.DefinitionText;
import dev.newswire.schema.FeedDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/feeds} lists the definitions, {@code GET}, {@code PUT} and {@code DELETE /v1/feeds/<id>} read, write and
 * take back one. Whatever is wrong is told as problem details.
 */
public final class DefinitionsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionsHandler.class);
    private static final String LIST = "/v1/feeds";
    private static final String ONE = LIST + "/";
    private static final String JSON = "application/json";

    private final Supplier<DefinedFeeds> definitions;
    private final DefinitionWriter writer;
    private final DefinitionToken token;

    /** @param definitions those that hold now */
    public DefinitionsHandler(Supplier<DefinedFeeds> definitions, DefinitionWriter writer, DefinitionToken token) {
        this.definitions = definitions;
        this.writer = writer;
        this.token = token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.equals(LIST)) {
            list(request, response, callback);
            return true;
        }
        if (!path.startsWith(ONE)) {
            return false;
        }
        String feedId = path.substring(ONE.length());
        switch (request.getMethod()) {
            case "GET", "HEAD" -> read(feedId, response, callback);
            case "PUT" ->
                whereAdmitted(request, response, callback, () -> receive(feedId, request, response, callback));
            case "DELETE" -> whereAdmitted(request, response, callback, () -> remove(feedId, response, callback));
            default -> refuse("GET, HEAD, PUT, DELETE", response, callback);
        }
        return true;
    }

    private void list(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            refuse("GET, HEAD", response, callback);
            return;
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        definitions
                .get()
                .byId()
                .values()
                .forEach(defined -> root.withArray("feeds").add(DefinitionFields.write(defined.definition())));
        HttpText.send(response, callback, HttpStatus.OK_200, JSON, root.toPrettyString() + "\n");
    }

    private void read(String feedId, Response response, Callback callback) {
        Defined defined = definitions.get().byId().get(feedId);
        if (defined == null) {
            missing(feedId, response, callback);
            return;
        }
        send(HttpStatus.OK_200, defined.definition(), response, callback);
    }

    private void whereAdmitted(Request request, Response response, Callback callback, Runnable work) {
        if (token.admits(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            work.run();
            return;
        }
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        HttpProblem.of(HttpStatus.UNAUTHORIZED_401, token.advice()).send(response, callback);
    }

    private void receive(String feedId, Request request, Response response, Callback callback) {
        if (request.getLength() > DefinitionText.MOST_CHARACTERS_OF_ONE) {
            tooLarge(response, callback);
            return;
        }
        try (InputStream body = Content.Source.asInputStream(request)) {
            byte[] bytes = body.readNBytes(DefinitionText.MOST_CHARACTERS_OF_ONE + 1);
            if (bytes.length > DefinitionText.MOST_CHARACTERS_OF_ONE) {
                tooLarge(response, callback);
                return;
            }
            put(feedId, new String(bytes, StandardCharsets.UTF_8), response, callback);
        } catch (IOException gone) {
            HttpProblem.of(HttpStatus.BAD_REQUEST_400, "The definition did not arrive whole: send it again.")
                    .send(response, callback);
        }
    }

    private void put(String feedId, String body, Response response, Callback callback) {
        FeedDefinition definition;
        try {
            definition = DefinitionText.read(body, feedId);
        } catch (DefinitionException wrong) {
            HttpProblem.of(HttpStatus.UNPROCESSABLE_ENTITY_422, String.valueOf(wrong.getMessage()))
                    .send(response, callback);
            return;
        }
        boolean isNew = !definitions.get().byId().containsKey(feedId);
        int status = isNew ? HttpStatus.CREATED_201 : HttpStatus.OK_200;
        write(feedId, definition, response, callback, () -> send(status, definition, response, callback));
    }

    private void remove(String feedId, Response response, Callback callback) {
        Optional<String> mistake = DefinitionRules.id(feedId);
        if (mistake.isPresent() || !definitions.get().byId().containsKey(feedId)) {
            missing(feedId, response, callback);
            return;
        }
        write(feedId, null, response, callback, () -> {
            response.setStatus(HttpStatus.NO_CONTENT_204);
            response.write(true, null, callback);
        });
    }

    private void write(
            String feedId,
            @Nullable FeedDefinition definition,
            Response response,
            Callback callback,
            Runnable afterwards) {
        writer.write(feedId, definition).whenComplete((done, failure) -> {
            if (failure == null) {
                afterwards.run();
                return;
            }
            LOG.warn("The definition of {} cannot be written", feedId, failure);
            new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE_503, "The broker does not take it now: send it again.", 5)
                    .send(response, callback);
        });
    }

    private static void send(int status, FeedDefinition definition, Response response, Callback callback) {
        String json = DefinitionFields.write(definition).toPrettyString() + "\n";
        HttpText.send(response, callback, status, JSON, json);
    }

    private static void missing(String feedId, Response response, Callback callback) {
        String name = feedId.length() <= 64 ? feedId : feedId.substring(0, 64) + "...";
        HttpProblem.of(HttpStatus.NOT_FOUND_404, "No feed is defined under " + name + ".")
                .send(response, callback);
    }

    private static void tooLarge(Response response, Callback callback) {
        HttpProblem.of(
                        HttpStatus.PAYLOAD_TOO_LARGE_413,
                        "A definition takes at most " + DefinitionText.MOST_CHARACTERS_OF_ONE + " bytes.")
                .send(response, callback);
    }

    private static void refuse(String allowed, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        HttpProblem.of(HttpStatus.METHOD_NOT_ALLOWED_405, "This takes " + allowed + ".")
                .send(response, callback);
    }
}
