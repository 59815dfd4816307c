package dev.newswire.ingest.folder;

/**
 * How much one file may be.
 *
 * @param documentBytes largest document that is read as a whole, unpacked
 * @param lineBytes longest line of NDJSON
 * @param expansionRatio most unpacked bytes for each packed one, after the first MiB
 */
public record FileLimits(int documentBytes, int lineBytes, int expansionRatio) {}
