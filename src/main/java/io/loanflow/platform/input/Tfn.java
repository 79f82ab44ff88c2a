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

/** A tax file number, read as its eight or nine digits however they are grouped. Absent is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Tfn.Check.class)
@JacksonAnnotationsInside
@JsonDeserialize(converter = Digits.Reading.class)
public @interface Tfn {

    String message() default "must be a tax file number of 8 or 9 digits; a digit is missing or wrong";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<Tfn, String> {

        private static final int[] EIGHT = {10, 7, 8, 4, 6, 3, 5, 1};
        private static final int[] NINE = {1, 4, 3, 7, 5, 8, 6, 9, 10};

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isRight(Digits.of(text));
        }

        private static boolean isRight(String digits) {
            return Digits.count(digits, 8, 9) && Digits.sum(digits, digits.length() == 8 ? EIGHT : NINE) % 11 == 0;
        }
    }
}
