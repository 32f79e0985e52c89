package io.holdfast.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope a caller needs for a route. A route under {@code /api} that names none is refused to
 * everybody, so that a forgotten annotation closes a door instead of opening one.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
  /**
   * {@code <area>:read} or {@code <area>:write}; several mean that any one of them will do, none
   * that any token will.
   */
  String[] value();
}
