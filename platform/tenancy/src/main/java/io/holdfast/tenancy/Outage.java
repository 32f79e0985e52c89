package io.holdfast.tenancy;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a part that is away for the moment (wait, try again) from a fault that will be the same
 * next time. An outage must never be turned into a business "no".
 */
public final class Outage {
  private Outage() {}

  public static boolean caused(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (away(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean away(Throwable cause) {
    return cause instanceof R2dbcTransientException
        || cause instanceof R2dbcNonTransientResourceException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof NonTransientDataAccessResourceException
        || cause instanceof TransientDataAccessException
        || cause instanceof ConnectException
        || cause instanceof TimeoutException;
  }
}
