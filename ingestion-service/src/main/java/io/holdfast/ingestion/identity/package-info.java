/**
 * Who is who: accounts, their ids elsewhere, contacts, users and the anonymous visitors they once
 * were.
 */
@NullMarked
package io.holdfast.ingestion.identity;

import org.jspecify.annotations.NullMarked;
