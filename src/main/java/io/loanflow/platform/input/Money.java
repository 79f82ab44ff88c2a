package io.loanflow.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount in AUD that {@code numeric(14,2)} holds exactly: not negative, at most two decimals. Absent is fine.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Money.Check.class)
public @interface Money {

    /** Whether zero is an amount too. */
    boolean zero() default true;

    String message() default "is not an amount";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<Money, BigDecimal> {

        private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

        private boolean zero = true;

        @Override
        public void initialize(Money annotation) {
            zero = annotation.zero();
        }

        @Override
        public boolean isValid(@Nullable BigDecimal amount, ConstraintValidatorContext context) {
            var wrong = amount == null ? null : wrong(amount);
            if (wrong == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }

        private @Nullable String wrong(BigDecimal amount) {
            if (amount.signum() < 0) {
                return "cannot be negative";
            }
            if (amount.signum() == 0 && !zero) {
                return "must be greater than zero";
            }
            if (amount.compareTo(LARGEST) > 0) {
                return "exceeds the maximum allowed";
            }
            return amount.stripTrailingZeros().scale() > 2 ? "has at most two decimals" : null;
        }
    }
}
