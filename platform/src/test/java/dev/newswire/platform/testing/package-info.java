/** What the tests of every module stand on. */
@NullMarked
package dev.newswire.platform.testing;

import org.jspecify.annotations.NullMarked;
