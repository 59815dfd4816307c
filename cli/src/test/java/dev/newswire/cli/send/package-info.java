@NullMarked
package dev.newswire.cli.send;

import org.jspecify.annotations.NullMarked;
