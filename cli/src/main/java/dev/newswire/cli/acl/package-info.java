/** What each service may do on the cluster, and no more. */
@NullMarked
package dev.newswire.cli.acl;

import org.jspecify.annotations.NullMarked;
