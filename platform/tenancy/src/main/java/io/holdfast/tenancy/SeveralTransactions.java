package io.holdfast.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A changing route that is not one transaction, because its body is too large to be held or its
 * work takes too long. It answers for repeats and half-done work itself. It tells of the change in
 * the transaction that decides; one that did not is told of before it is answered.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SeveralTransactions {
  /** Whether it honours an {@code Idempotency-Key} itself; without, a repeat has to be harmless. */
  boolean keepsAnswers() default false;

  /** Whether it changes what a company set or did; what machines tell of use is no such change. */
  boolean isTold() default true;
}
