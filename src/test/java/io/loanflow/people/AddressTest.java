package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class AddressTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "NSW, 1000", "NSW, 2599", "NSW, 2619", "NSW, 2899", "NSW, 2921", "NSW, 2999", "ACT, 0200", "ACT, 0299",
        "ACT, 2600", "ACT, 2618", "ACT, 2900", "ACT, 2920", "VIC, 3000", "VIC, 3999", "VIC, 8000", "VIC, 8999",
        "QLD, 4000", "QLD, 4999", "QLD, 9000", "QLD, 9999", "SA, 5000", "SA, 5999", "WA, 6000", "WA, 6797",
        "WA, 6800", "WA, 6999", "TAS, 7000", "TAS, 7999", "NT, 0800", "NT, 0999"
    })
    void takesTheFirstAndTheLastPostcodeOfAState(String state, String postcode) {
        assertThat(wrong(address("High Street", "Springfield", state, postcode, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NSW, 0999", "NSW, 2600", "NSW, 2618", "NSW, 2900", "NSW, 2920", "NSW, 3000", "ACT, 0199", "ACT, 0300",
        "ACT, 2599", "ACT, 2619", "ACT, 2899", "ACT, 2921", "VIC, 2999", "VIC, 4000", "VIC, 7999", "VIC, 9000",
        "QLD, 3999", "QLD, 5000", "QLD, 8999", "SA, 4999", "SA, 6000", "WA, 5999", "WA, 6798", "WA, 6799",
        "WA, 7000", "TAS, 6999", "TAS, 8000", "NT, 0799", "NT, 1000"
    })
    void refusesThePostcodesNextToThem(String state, String postcode) {
        assertThat(wrong(address("High Street", "Springfield", state, postcode, null)))
                .isEqualTo("postcode: is not a postcode of " + state);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "High Street, -, -, -, postcode state suburb",
                "-, Sydney, -, -, postcode state streetName",
                "-, -, NSW, -, postcode streetName suburb",
                "-, -, -, 2000, state streetName suburb"
            })
    void needsTheOtherPartsOfAnAddressThatHasOne(
            @Nullable String street,
            @Nullable String suburb,
            @Nullable String state,
            @Nullable String postcode,
            String missing) {
        for (var country : new String[] {null, "Australia", "AU", "aus"}) {
            var address = address(street, suburb, state, postcode, country);
            assertThat(parts(address)).isEqualTo(missing);
            assertThat(address.isUsable()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NSW, 200, postcode: must have four digits",
        "NSW, 20000, postcode: must have four digits",
        "NSW, 2OOO, postcode: must have four digits",
        "NSW, ٢٠٠٠, postcode: must have four digits",
        "Bavaria, 8000, 'state: must be one of NSW, VIC, QLD, SA, WA, TAS, NT, ACT'"
    })
    void saysWhatIsWrong(String state, String postcode, String sentence) {
        assertThat(wrong(address("High Street", "Springfield", state, postcode, "Australia")))
                .isEqualTo(sentence);
    }

    @Test
    void leavesNothingAndAbroadAlone() {
        var nothing = address(null, null, null, null, null);
        var bath = address("Royal Crescent", "Bath", null, "BA1 2LR", "United Kingdom");
        var munich = address(null, null, "Bavaria", null, "Germany");

        assertThat(wrong(nothing) + wrong(bath) + wrong(munich)).isEmpty();
        assertThat(bath.isUsable()).isTrue();
        assertThat(nothing.isUsable() || munich.isUsable()).isFalse();
    }

    @Test
    void isUsableWhenItIsWhole() {
        assertThat(address("High Street", "Sydney", "NSW", "2000", null).isUsable())
                .isTrue();
    }

    @Test
    void takesEveryPartForABeginning() {
        var everything = "postcode state streetName suburb";
        assertThat(parts(new Address("3", null, null, null, null, null, null))).isEqualTo(everything);
        assertThat(parts(new Address(null, "3", null, null, null, null, null))).isEqualTo(everything);
        assertThat(parts(address(null, null, null, null, "Australia"))).isEqualTo(everything);
    }

    private static Address address(
            @Nullable String street,
            @Nullable String suburb,
            @Nullable String state,
            @Nullable String postcode,
            @Nullable String country) {
        return new Address(null, null, street, suburb, state, postcode, country);
    }

    private static String wrong(Address address) {
        return VALIDATOR.validate(address).stream()
                .map(one -> one.getPropertyPath() + ": " + one.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String parts(Address address) {
        return VALIDATOR.validate(address).stream()
                .map(one -> one.getPropertyPath().toString())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
