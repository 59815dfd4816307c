/** Settings, read once in main from the environment and an optional YAML file. */
@NullMarked
package dev.newswire.platform.config;

import org.jspecify.annotations.NullMarked;
