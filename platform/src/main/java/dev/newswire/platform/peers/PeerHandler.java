package dev.newswire.platform.peers;

import dev.newswire.platform.runtime.HttpProblem;
import dev.newswire.platform.streams.StoreNotReadyException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Answers what other instances ask, from what this one holds and from nothing else: a question is never passed on, so none
 * can go in circles. Whoever reaches the port can ask, too; so nothing may be answered that is not for everyone.
 */
public final class PeerHandler extends Handler.Abstract {
    static final String PREFIX = "/internal/";

    private volatile Map<String, Answerer> answerers = Map.of();

    /** Answers one kind of question. */
    public interface Answerer {
        /**
         * The parts of the answer.
         *
         * @throws StoreNotReadyException if what is asked for is not here, or not now
         */
        List<byte[]> answer(Map<String, String> parameters);
    }

    /** Begins to answer; before, every answer is that it will not take long. */
    public void open(Map<String, Answerer> byName) {
        this.answerers = Map.copyOf(byName);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PREFIX)) {
            return false;
        }
        Answerer answerer = answerers.get(path.substring(PREFIX.length()));
        if (answerer == null) {
            int status = answerers.isEmpty() ? 503 : 404;
            HttpProblem.of(status, "Nothing is answered here.").send(response, callback);
            return true;
        }
        try {
            send(response, callback, Frames.join(answerer.answer(parameters(request))));
        } catch (StoreNotReadyException e) {
            new HttpProblem(503, "That is not here now.", 1).send(response, callback);
        } catch (IllegalArgumentException e) {
            HttpProblem.of(400, "That is no question.").send(response, callback);
        }
        return true;
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        return parameters;
    }

    private static void send(Response response, Callback callback, byte[] bytes) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
