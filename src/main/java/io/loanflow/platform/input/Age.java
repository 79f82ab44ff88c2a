package io.loanflow.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The birth date of somebody who is, today in the business zone, within these ages. Absent is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Age.Check.class)
public @interface Age {

    /** In completed years. */
    int min();

    /** In completed years. */
    int max();

    String message() default "is not the birth date of a person of this age";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<Age, LocalDate> {

        private int least;
        private int most;

        @Override
        public void initialize(Age annotation) {
            least = annotation.min();
            most = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable LocalDate birth, ConstraintValidatorContext context) {
            var wrong = birth == null
                    ? null
                    : wrong(birth, LocalDate.now(context.getClockProvider().getClock()));
            if (wrong == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
            return false;
        }

        private @Nullable String wrong(LocalDate birth, LocalDate today) {
            if (birth.isAfter(today)) {
                return "cannot be in the future";
            }
            var years = ChronoUnit.YEARS.between(birth, today);
            if (years < least) {
                return "makes the person younger than " + least;
            }
            return years > most ? "makes the person older than " + most : null;
        }
    }
}
