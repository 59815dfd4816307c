@NullMarked
package dev.newswire.enrich.entity;

import org.jspecify.annotations.NullMarked;
