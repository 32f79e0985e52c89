/** What an instance keeps between runs: ports, secrets, records of its processes. */
@NullMarked
package io.holdfast.local.state;

import org.jspecify.annotations.NullMarked;
