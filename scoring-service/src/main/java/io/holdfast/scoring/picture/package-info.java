/** What is known about an account, each piece with its business and knowledge time. */
@NullMarked
package io.holdfast.scoring.picture;

import org.jspecify.annotations.NullMarked;
