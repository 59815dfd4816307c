/**
 * The Kafka inbox: records of {@code news.article.inbox.v1} become events on the raw topic, or dead letters with their
 * fates, each exactly once.
 */
@NullMarked
package dev.newswire.ingest.kafka.inbox;

import org.jspecify.annotations.NullMarked;
