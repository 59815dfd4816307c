/** Definitions of entities from the operator's side: files, the topic, search. */
@NullMarked
package dev.newswire.cli.entities;

import org.jspecify.annotations.NullMarked;
