@NullMarked
package dev.newswire.cli.operate;

import org.jspecify.annotations.NullMarked;
