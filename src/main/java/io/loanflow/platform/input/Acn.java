package io.loanflow.platform.input;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An Australian Company Number, read as its nine digits however they are grouped. Absent is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Acn.Check.class)
@JacksonAnnotationsInside
@JsonDeserialize(converter = Digits.Reading.class)
public @interface Acn {

    String message() default "must be an Australian Company Number of 9 digits; a digit is missing or wrong";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<Acn, String> {

        /** The last digit makes the sum divisible by ten, so it weighs one. */
        private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1, 1};

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isRight(Digits.of(text));
        }

        private static boolean isRight(String digits) {
            return Digits.count(digits, 9, 9) && Digits.sum(digits, WEIGHTS) % 10 == 0;
        }
    }
}
