/** The page in a real browser, in front of a real pipeline. */
@NullMarked
package dev.newswire.integration.browser;

import org.jspecify.annotations.NullMarked;
