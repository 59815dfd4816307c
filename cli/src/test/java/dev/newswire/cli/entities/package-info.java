@NullMarked
package dev.newswire.cli.entities;

import org.jspecify.annotations.NullMarked;
