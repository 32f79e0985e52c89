/**
 * What every service's tests share: one real PostgreSQL and Kafka a JVM, signed tokens, contracts,
 * rules.
 */
@NullMarked
package io.holdfast.testing;

import org.jspecify.annotations.NullMarked;
