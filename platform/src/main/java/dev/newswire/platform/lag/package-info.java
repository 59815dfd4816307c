/** How far consumer groups are behind, in records and in time. */
@NullMarked
package dev.newswire.platform.lag;

import org.jspecify.annotations.NullMarked;
