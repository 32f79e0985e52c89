/** The state that one landing leaves, taken over by the next. */
package io.holdfast.systemtests.upgrade;
