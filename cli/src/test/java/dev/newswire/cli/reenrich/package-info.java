@NullMarked
package dev.newswire.cli.reenrich;

import org.jspecify.annotations.NullMarked;
