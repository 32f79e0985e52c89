/** What requests for every resource have in common. */
@NullMarked
package io.holdfast.ingestion.requests;

import org.jspecify.annotations.NullMarked;
