package dev.newswire.benchmarks.stream;

import java.time.Duration;
import java.util.List;

/**
 * What is measured on a stream of news.
 *
 * @param articles events in all
 * @param windowArticles events within the window of links
 * @param hotShare share of articles that name one rare thing, 0 to 1
 * @param instances of each service
 * @param partitions of each topic
 * @param withPublish whether entries are written too
 * @param serviceOptions of the services' virtual machines; {@code %n} is the service's name
 * @param still an application that has not moved for so long has nothing left to do
 */
public record StreamOptions(
        int articles,
        int windowArticles,
        double hotShare,
        int instances,
        int partitions,
        boolean withPublish,
        List<String> serviceOptions,
        Duration still) {}
