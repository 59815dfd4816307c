/** Content codings of request bodies (RFC 9110, section 8.4) and of files, decoded as a stream and within limits. */
@NullMarked
package dev.newswire.ingest.encoding;

import org.jspecify.annotations.NullMarked;
