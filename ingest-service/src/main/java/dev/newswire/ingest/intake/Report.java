package dev.newswire.ingest.intake;

import java.util.List;

/**
 * What became of a request.
 *
 * @param accepted number of items in the log
 * @param rejected number of items in quarantine
 * @param results in the order of the items; of a long stream the first accepted and the first rejected ones
 * @param omitted number of items without a result here
 */
public record Report(long accepted, long rejected, List<ItemResult> results, long omitted) {}
