package io.holdfast.tenancy;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a part that is away for the moment (wait, try again) from a fault that will be the same
 * next time. An outage must never be turned into a business "no", and a fault that stays must never
 * be waited for.
 *
 * <p>What PostgreSQL refused is judged by its SQLSTATE: the driver gives every class it has no name
 * for the type of a lost resource, also a row too large for an index.
 */
public final class Outage {
  private static final int DEEPEST = 20;

  /**
   * Connection, credentials, rollback to be repeated, insufficient resources, operator
   * intervention, system error: classes of Appendix A of PostgreSQL's manual.
   */
  private static final Set<String> CLASSES = Set.of("08", "28", "40", "53", "57", "58");

  /** A server that is read-only while another takes over, a lock that others hold. */
  private static final Set<String> STATES = Set.of("25006", "55P03");

  private Outage() {}

  public static boolean caused(@Nullable Throwable failure) {
    if (chain(failure).anyMatch(CannotCreateTransactionException.class::isInstance)) {
      return true; // nothing was asked of the database yet, so nothing that was asked is at fault
    }
    return refusal(failure)
        .map(state -> CLASSES.contains(state.substring(0, 2)) || STATES.contains(state))
        .orElseGet(() -> chain(failure).anyMatch(Outage::away));
  }

  private static Stream<Throwable> chain(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }

  /** The SQLSTATE the database answered with, if it answered. */
  private static Optional<String> refusal(@Nullable Throwable failure) {
    return chain(failure)
        .filter(R2dbcException.class::isInstance)
        .map(cause -> ((R2dbcException) cause).getSqlState())
        .filter(state -> state != null && state.length() == 5)
        .findFirst();
  }

  private static boolean away(Throwable cause) {
    return cause instanceof R2dbcTransientException
        || cause instanceof R2dbcNonTransientResourceException
        || cause instanceof TransactionSystemException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof NonTransientDataAccessResourceException
        || cause instanceof TransientDataAccessException
        || cause instanceof ConnectException
        || cause instanceof TimeoutException;
  }
}
