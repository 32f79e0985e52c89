package io.holdfast.tenancy;

import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of an answer that holds personal data of a tenant's customers' people. It is null
 * for those without {@link Principal#PERSONAL_READ}.
 */
@Documented
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Schema(
    description = "Personal data: null without the scope personal:read",
    extensions =
        @Extension(properties = @ExtensionProperty(name = "x-personal-data", value = "true")))
public @interface Personal {}
