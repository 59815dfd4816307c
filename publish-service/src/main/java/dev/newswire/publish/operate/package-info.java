/** What operators look at: rates, lag, fates, dead letters and the health of each service. */
@NullMarked
package dev.newswire.publish.operate;

import org.jspecify.annotations.NullMarked;
