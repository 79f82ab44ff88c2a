package io.loanflow.people;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address in Australia has a street, a suburb, a state and a postcode of that state as soon as it has any part. Absent is
 * fine, and so is any address abroad.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AustralianAddress.Check.class)
@interface AustralianAddress {

    String message() default "is not an Australian address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<AustralianAddress, Address> {

        @Override
        public boolean isValid(@Nullable Address address, ConstraintValidatorContext context) {
            if (address == null || address.isEmpty() || address.isAbroad()) {
                return true;
            }
            var wrong = wrong(address);
            context.disableDefaultConstraintViolation();
            wrong.forEach((part, message) -> context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(part)
                    .addConstraintViolation());
            return wrong.isEmpty();
        }

        private static Map<String, String> wrong(Address address) {
            var wrong = new LinkedHashMap<String, String>();
            need("streetName", address.streetName(), wrong);
            need("suburb", address.suburb(), wrong);
            need("state", address.state(), wrong);
            need("postcode", address.postcode(), wrong);
            if (address.state() != null && !Postcodes.STATES.contains(address.state())) {
                wrong.put("state", "must be one of " + String.join(", ", Postcodes.STATES));
            }
            if (address.postcode() != null) {
                checkPostcode(address.postcode(), address.state(), wrong);
            }
            return wrong;
        }

        private static void need(String part, @Nullable String value, Map<String, String> wrong) {
            if (value == null) {
                wrong.put(part, "is needed as soon as any part of an address is given");
            }
        }

        private static void checkPostcode(String postcode, @Nullable String state, Map<String, String> wrong) {
            if (!postcode.matches("[0-9]{4}")) {
                wrong.put("postcode", "must have four digits");
            } else if (state != null && Postcodes.STATES.contains(state) && !Postcodes.belongs(postcode, state)) {
                wrong.put("postcode", "is not a postcode of " + state);
            }
        }
    }
}
