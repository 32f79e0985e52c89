/** The account picture, models and standings in PostgreSQL. */
@NullMarked
package io.holdfast.scoring.persistence;

import org.jspecify.annotations.NullMarked;
