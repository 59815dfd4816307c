/** The whole pipeline in containers, made of the built images, with ways to break it and to see what came of it. */
@NullMarked
package dev.newswire.integration.stack;

import org.jspecify.annotations.NullMarked;
