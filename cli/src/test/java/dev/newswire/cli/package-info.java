@NullMarked
package dev.newswire.cli;

import org.jspecify.annotations.NullMarked;
