@NullMarked
package dev.newswire.cli.verify;

import org.jspecify.annotations.NullMarked;
