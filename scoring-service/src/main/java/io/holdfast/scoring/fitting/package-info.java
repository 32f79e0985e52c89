/** Profiles are published, accounts and prospects are checked against the one in force. */
@NullMarked
package io.holdfast.scoring.fitting;

import org.jspecify.annotations.NullMarked;
