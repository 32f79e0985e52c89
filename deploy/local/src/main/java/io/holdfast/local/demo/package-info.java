/**
 * Gives a fresh platform something to show: loads a made-up company by the doors any customer uses.
 */
@NullMarked
package io.holdfast.local.demo;

import org.jspecify.annotations.NullMarked;
