/** The services behind the gateway, their instances, and how a request gets to one of them. */
@NullMarked
package io.holdfast.gateway.services;

import org.jspecify.annotations.NullMarked;
