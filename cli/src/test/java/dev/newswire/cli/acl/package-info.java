@NullMarked
package dev.newswire.cli.acl;

import org.jspecify.annotations.NullMarked;
