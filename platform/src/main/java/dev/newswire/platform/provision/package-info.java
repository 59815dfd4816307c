/** Brings a broker and a registry to what the catalogue says, and tells what it changes. */
@NullMarked
package dev.newswire.platform.provision;

import org.jspecify.annotations.NullMarked;
