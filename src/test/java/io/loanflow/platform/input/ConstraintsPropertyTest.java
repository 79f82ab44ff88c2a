package io.loanflow.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Blank;
import io.loanflow.platform.input.Numbers.Slip;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

@Tag("fast")
class ConstraintsPropertyTest {

    private static final Constraints CONSTRAINTS = new Constraints();
    private static final List<String> NUMBERS = List.of("abn", "acn", "tfn", "bsb", "account_number", "phone");
    private static final int[] ACN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1, 1};

    @Provide
    Arbitrary<String> abns() {
        return Numbers.grouped(Numbers.abns(), " ", "-", "\u00a0");
    }

    @Provide
    Arbitrary<String> acns() {
        return Numbers.grouped(Numbers.acns(), " ", "-");
    }

    @Provide
    Arbitrary<String> tfns() {
        return Numbers.grouped(Numbers.tfns(), " ", "\u2013");
    }

    @Provide
    Arbitrary<String> bsbs() {
        return Numbers.grouped(Numbers.digits(6), "-", " ");
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Numbers.grouped(Numbers.mobiles(), " ", "-");
    }

    @Provide
    Arbitrary<Slip> abnSlips() {
        return Numbers.slips(Numbers.abns(), slip -> true);
    }

    @Provide
    Arbitrary<Slip> tfnSlips() {
        return Numbers.slips(Numbers.tfns(), slip -> true);
    }

    /** Its sum is taken modulo ten, so a slip whose weight times difference is a multiple of ten stays unnoticed. */
    @Provide
    Arbitrary<Slip> acnSlips() {
        return Numbers.slips(Numbers.acns(), slip -> ACN_WEIGHTS[slip.at()] * slip.by() % 10 != 0);
    }

    /** Digits, what goes between them, letters, other alphabets, emoji, halves of surrogate pairs. */
    @Provide
    Arbitrary<String> garbage() {
        var digits = Arbitraries.strings().numeric().withChars(" -+()./").ofMaxLength(16);
        var anything = Arbitraries.strings().all().ofMaxLength(20);
        var emoji = Arbitraries.of("😀", "٣", "𝟙", "½", "\ud83d", "\u0000", "\n", "e", "NaN");
        return Arbitraries.oneOf(
                digits, anything, Combinators.combine(digits, emoji).as((left, right) -> left + right));
    }

    @Property
    void takesEveryAbnHoweverItIsGrouped(@ForAll("abns") String abn) {
        assertRead("abn", abn, onlyDigits(abn));
    }

    @Property
    void takesEveryAcnHoweverItIsGrouped(@ForAll("acns") String acn) {
        assertRead("acn", acn, onlyDigits(acn));
    }

    @Property
    void takesEveryTfnHoweverItIsGrouped(@ForAll("tfns") String tfn) {
        assertRead("tfn", tfn, onlyDigits(tfn));
    }

    @Property
    void takesEveryBsbHoweverItIsGrouped(@ForAll("bsbs") String bsb) {
        assertRead("bsb", bsb, onlyDigits(bsb));
    }

    @Property
    void takesEveryMobileHoweverItIsGrouped(@ForAll("mobiles") String mobile) {
        assertRead("phone", mobile, "+61" + onlyDigits(mobile).substring(1));
    }

    @Property
    void noticesEverySlipInAnAbn(@ForAll("abnSlips") Slip slip) {
        assertThat(CONSTRAINTS.accept("abn", slip.typed())).isFalse();
    }

    @Property
    void noticesEverySlipInATfn(@ForAll("tfnSlips") Slip slip) {
        assertThat(CONSTRAINTS.accept("tfn", slip.typed())).isFalse();
    }

    @Property
    void noticesTheSlipsInAnAcnThatItsSumShows(@ForAll("acnSlips") Slip slip) {
        assertThat(CONSTRAINTS.accept("acn", slip.typed())).isFalse();
    }

    @Property
    void takesNoNumberForGarbage(@ForAll("garbage") String text) {
        for (var field : NUMBERS) {
            var refused = !CONSTRAINTS.accept(field, text);
            assertThat(refused || Blank.is(text) || text.strip().matches("[\\d+()./\\p{Zs}\\p{Pd}]+"))
                    .as(field)
                    .isTrue();
        }
    }

    @Property
    void refusesTheWrongCountOfDigits(@ForAll @BigRange(min = "0", max = "99999999999999") BigInteger number) {
        var digits = number.toString();
        if (digits.length() != 11) {
            assertThat(CONSTRAINTS.accept("abn", digits)).isFalse();
        }
        if (digits.length() != 9) {
            assertThat(CONSTRAINTS.accept("acn", digits)).isFalse();
        }
        assertThat(CONSTRAINTS.accept("bsb", digits)).isEqualTo(digits.length() == 6);
        assertThat(CONSTRAINTS.accept("account_number", digits))
                .isEqualTo(digits.length() >= 4 && digits.length() <= 10);
    }

    @Property
    void theCanonicalFormOfACanonicalFormIsItself(@ForAll("garbage") String text, @ForAll("mobiles") String mobile) {
        for (var typed : List.of(text, mobile)) {
            assertThat(Digits.of(Digits.of(typed))).isEqualTo(Digits.of(typed));
            assertThat(Phones.canonical(Phones.canonical(typed))).isEqualTo(Phones.canonical(typed));
        }
    }

    @Property
    void anAddressHasOneAtAndNoGaps(@ForAll("garbage") String left, @ForAll("garbage") String right) {
        var text = (left + "@" + right).strip();
        boolean isAddress = text.chars().filter(one -> one == '@').count() == 1
                && !text.startsWith("@")
                && !text.endsWith("@")
                && !text.matches("(?s).*[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}].*")
                && text.length() <= 254;
        assertThat(CONSTRAINTS.accept("email", text)).isEqualTo(isAddress);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        var leapDays = Arbitraries.of(1904, 1908, 2004, 2008, 2024, 2028).map(year -> LocalDate.of(year, 2, 29));
        return Arbitraries.oneOf(Dates.dates().between(LocalDate.of(1890, 1, 1), LocalDate.of(2040, 12, 31)), leapDays);
    }

    @Property(tries = 1000)
    void isEighteenFromTheBirthdayOn(@ForAll("days") LocalDate birth, @ForAll("days") LocalDate today) {
        assertThat(CONSTRAINTS.on(today).accept("birth", birth.toString())).isEqualTo(isOfAge(birth, today));
    }

    @Property
    void theDayBeforeTheBirthdayIsTooEarly(
            @ForAll("days") LocalDate birth, @ForAll @IntRange(min = 0, max = 1) int late) {
        var day = birth.plusYears(18);
        var birthday = day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);

        assertThat(CONSTRAINTS.on(birthday.plusDays(late)).accept("birth", birth.toString()))
                .isTrue();
        assertThat(CONSTRAINTS.on(birthday.minusDays(1 + late)).accept("birth", birth.toString()))
                .isFalse();
    }

    private static boolean isOfAge(LocalDate birth, LocalDate today) {
        boolean hadBirthday = !MonthDay.from(today).isBefore(MonthDay.from(birth));
        int years = today.getYear() - birth.getYear() - (hadBirthday ? 0 : 1);
        return years >= 18 && years <= 120;
    }

    @Property
    void anAmountFitsItsColumn(@ForAll @BigRange(min = "-100000000000000", max = "100000000000000") BigDecimal amount) {
        var text = amount.toPlainString();
        boolean fits = amount.signum() >= 0 && text.replaceFirst("\\.?0*$", "").matches("\\d{0,12}(\\.\\d{1,2})?")
                || text.matches("\\d{1,12}(\\.\\d{0,2}0*)?");
        assertThat(CONSTRAINTS.accept("amount", text)).as(text).isEqualTo(fits);
        assertThat(CONSTRAINTS.accept("line", text)).as(text).isEqualTo(fits && amount.signum() > 0);
    }

    private static String onlyDigits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static void assertRead(String field, String typed, String canonical) {
        var reading = CONSTRAINTS.read(field, typed);
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.value().toString().toLowerCase(Locale.ROOT)).contains(canonical);
    }
}
