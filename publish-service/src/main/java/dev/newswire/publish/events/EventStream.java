package dev.newswire.publish.events;

import dev.newswire.publish.render.EventText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One client that listens to one feed. It holds no thread: events are written as fast as the client takes them, and a
 * client that falls too far behind is cut off. It may come back with the id of the last event that it has read.
 */
final class EventStream extends IteratingCallback implements FeedChannel.Listener {
    /** Events are written together up to this many bytes. */
    private static final int WRITE_BYTES = 32 * 1024;

    private static final int RETRY_MS = 2_000;

    private final EventStreams streams;
    private final String feedId;
    private final Request request;
    private final Response response;
    private final Callback done;
    private final long mostBehind;
    private final Runnable onEnd;
    private final Deque<byte[]> first = new ArrayDeque<>();
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean closing;
    private volatile boolean heartbeat;

    private volatile FeedChannel.@Nullable Node passed;

    /**
     * @param mostBehind bytes of events that may wait for the client
     * @param onEnd done once when the stream has ended
     */
    EventStream(
            EventStreams streams,
            String feedId,
            Request request,
            Response response,
            Callback done,
            long mostBehind,
            Runnable onEnd) {
        this.streams = streams;
        this.feedId = feedId;
        this.request = request;
        this.response = response;
        this.done = done;
        this.mostBehind = mostBehind;
        this.onEnd = onEnd;
    }

    /** Begins to write: first what the client has missed. */
    void start(@Nullable EventId last, EventText text) {
        EventStreams.Subscription subscription = streams.subscribe(feedId, last, this);
        try {
            begin(subscription, last, text);
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
        iterate();
    }

    private void begin(EventStreams.Subscription subscription, @Nullable EventId last, EventText text) {
        add(EventText.retry(RETRY_MS) + EventText.alive((last == null ? subscription.at() : last).toString()));
        subscription
                .missed()
                .ifPresentOrElse(
                        missed -> missed.forEach(event -> first.add(event.bytes())),
                        () -> add(text.reset(subscription.at().toString(), feedId)));
        passed = subscription.from();
    }

    private void add(String event) {
        first.add(bytes(event));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void appended(long bytes) {
        if (appended.addAndGet(bytes) - written.get() > mostBehind) {
            cut();
            return;
        }
        if (passed != null) {
            iterate();
        }
    }

    /** Ends a connection whose client does not take what is written. */
    private void cut() {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        endPoint.close(new TimeoutException("the stream is read too slowly"));
        abort(new TimeoutException("the stream is read too slowly"));
    }

    /** Has the stream show that it is alive, if it says nothing else. */
    void beat() {
        heartbeat = true;
        iterate();
    }

    /** Ends the stream; the client will come back, perhaps to another instance. */
    void end() {
        closing = true;
        iterate();
    }

    @Override
    protected Action process() {
        ByteBuffer next = next();
        if (next != null) {
            response.write(false, next, this);
            return Action.SCHEDULED;
        }
        return closing ? Action.SUCCEEDED : Action.IDLE;
    }

    private @Nullable ByteBuffer next() {
        Deque<byte[]> parts = new ArrayDeque<>();
        int size = 0;
        while (!first.isEmpty() && size < WRITE_BYTES) {
            size += take(first.remove(), parts);
        }
        FeedChannel.Node node = passed;
        while (first.isEmpty() && node != null && node.next() != null && size < WRITE_BYTES) {
            node = node.next();
            int length = take(Objects.requireNonNull(node.event()).bytes(), parts);
            size += length;
            written.addAndGet(length);
        }
        passed = node;
        boolean isDue = heartbeat;
        heartbeat = false;
        if (size == 0 && isDue && node != null) {
            size += streams.passed(feedId, node)
                    .map(id -> take(bytes(EventText.alive(id.toString())), parts))
                    .orElse(0);
        }
        return size == 0 ? null : together(parts, size);
    }

    private static int take(byte[] bytes, Deque<byte[]> parts) {
        parts.add(bytes);
        return bytes.length;
    }

    private static ByteBuffer together(Deque<byte[]> parts, int size) {
        if (parts.size() == 1) {
            return ByteBuffer.wrap(parts.element());
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        parts.forEach(buffer::put);
        return buffer.flip();
    }

    @Override
    protected void onCompleteSuccess() {
        leave();
        response.write(true, null, done);
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        leave();
        done.failed(cause);
    }

    private void leave() {
        streams.unsubscribe(feedId, this);
        onEnd.run();
    }
}
