@NullMarked
package dev.newswire.cli.dlq;

import org.jspecify.annotations.NullMarked;
