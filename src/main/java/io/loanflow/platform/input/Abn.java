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

/** An Australian Business Number, read as its eleven digits however they are grouped. Absent is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Abn.Check.class)
@JacksonAnnotationsInside
@JsonDeserialize(converter = Digits.Reading.class)
public @interface Abn {

    String message() default "must be an Australian Business Number of 11 digits; a digit is missing or wrong";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<Abn, String> {

        /** The official ones; taking one from the first digit, as the rule says, takes its weight of 10 from the sum. */
        private static final int[] WEIGHTS = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isRight(Digits.of(text));
        }

        private static boolean isRight(String digits) {
            return Digits.count(digits, 11, 11) && (Digits.sum(digits, WEIGHTS) - WEIGHTS[0]) % 89 == 0;
        }
    }
}
