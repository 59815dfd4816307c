package dev.newswire.cli.send;

/**
 * How far an input of lines was acknowledged.
 *
 * @param offset behind the last acknowledged line, in bytes after decompression
 * @param lines number of acknowledged lines
 * @param accepted number of articles that the service took
 * @param rejected number of articles that it put among the dead letters
 */
record Checkpoint(long offset, long lines, long accepted, long rejected) {
    static final Checkpoint START = new Checkpoint(0, 0, 0, 0);
}
