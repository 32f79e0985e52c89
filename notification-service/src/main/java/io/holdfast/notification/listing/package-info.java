/** What people can look through: lists, filtered and page by page. */
@NullMarked
package io.holdfast.notification.listing;

import org.jspecify.annotations.NullMarked;
