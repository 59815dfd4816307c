package dev.newswire.platform.deadletter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The headers of a dead letter: the names that Kafka Streams itself uses, so that the same tools read them. */
public final class DeadLetterHeaders {
    /** Class of the error. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** What was wrong, in a sentence. */
    public static final String MESSAGE = "__streams.errors.message";
    /** Stack trace, capped at {@value #STACK_TRACE_LIMIT} characters. */
    public static final String STACK_TRACE = "__streams.errors.stacktrace";
    /** Topic that the record was read from; absent for what came by other ways. */
    public static final String TOPIC = "__streams.errors.topic";
    /** Partition that the record was read from. */
    public static final String PARTITION = "__streams.errors.partition";
    /** Offset that the record was read from. */
    public static final String OFFSET = "__streams.errors.offset";

    /** How often a record has been sent again from among the dead letters; absent for never. */
    public static final String ATTEMPTS = "newswire-redrive-attempts";
    /** The dead letter that a record was sent again from, as {@code topic/partition/offset}. */
    public static final String REDRIVEN_FROM = "newswire-redriven-from";
    /** Length that the value had, where it was cut so that the topic takes it. */
    public static final String ORIGINAL_BYTES = "newswire-original-bytes";

    static final int STACK_TRACE_LIMIT = 4_096;
    private static final int MESSAGE_LIMIT = 1_024;

    private DeadLetterHeaders() {}

    /** Notes a failure; the message is the deepest one that says something. */
    public static void addFailure(Headers headers, Throwable failure) {
        put(headers, EXCEPTION, failure.getClass().getName());
        put(headers, MESSAGE, cap(message(failure), MESSAGE_LIMIT));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        put(headers, STACK_TRACE, cap(trace.toString(), STACK_TRACE_LIMIT));
    }

    /** Notes a refusal that is no exception: what rule, and why in a sentence. */
    public static void addRefusal(Headers headers, String rule, String reason) {
        put(headers, EXCEPTION, rule);
        put(headers, MESSAGE, cap(reason, MESSAGE_LIMIT));
    }

    /** Notes where the record was read. */
    public static void addPosition(Headers headers, String topic, int partition, long offset) {
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
    }

    /** The sentence that describes a failure best: the message of its deepest cause that has one. */
    public static String message(Throwable failure) {
        String best = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                best = cause.getMessage();
            }
        }
        return best;
    }

    private static String cap(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
