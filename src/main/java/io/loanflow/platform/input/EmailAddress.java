package io.loanflow.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An e-mail address as far as its form tells; whether somebody reads it only a mail can tell. Absent is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddress.Check.class)
public @interface EmailAddress {

    String message() default
            "must be an e-mail address: one @ with something on both sides, no spaces, at most 254 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<EmailAddress, String> {

        private static final int LONGEST = 254;

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isAddress(text);
        }

        /** Whether the text has the form of an address. */
        public static boolean isAddress(String text) {
            int at = text.indexOf('@');
            return at > 0
                    && at == text.lastIndexOf('@')
                    && at < text.length() - 1
                    && text.length() <= LONGEST
                    && text.codePoints().noneMatch(Check::isGap);
        }

        private static boolean isGap(int character) {
            return Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.isISOControl(character)
                    || Character.getType(character) == Character.FORMAT;
        }
    }
}
