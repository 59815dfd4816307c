/** Sends files, folders and streams to the ingest service, patiently and in steps whose success is known. */
@NullMarked
package dev.newswire.cli.send;

import org.jspecify.annotations.NullMarked;
