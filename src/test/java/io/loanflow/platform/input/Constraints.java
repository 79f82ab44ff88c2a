package io.loanflow.platform.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader.Reading;
import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every constraint of ours on a field of its name, read on a day that the test chooses. */
final class Constraints {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final InputReader reader;
    private volatile Clock clock = Clock.system(SYDNEY);

    record Values(
            @Abn @Nullable String abn,
            @Acn @Nullable String acn,
            @Tfn @Nullable String tfn,
            @Bsb @Nullable String bsb,
            @AccountNumber @Nullable String accountNumber,
            @Phone @Nullable String phone,
            @EmailAddress @Nullable String email,
            @Age(min = 18, max = 120) @Nullable LocalDate birth,
            @Money @Nullable BigDecimal amount,
            @Money(zero = false) @Nullable BigDecimal line,
            @Line @Nullable String reference,
            @OneOf({"red", "blue"}) @Nullable String colour) {}

    Constraints() {
        this.reader = new InputReader(Validation.byDefaultProvider()
                .configure()
                .clockProvider(() -> clock)
                .buildValidatorFactory()
                .getValidator());
    }

    /** From now on it is this day. */
    Constraints on(LocalDate day) {
        clock = Clock.fixed(day.atStartOfDay(SYDNEY).toInstant(), SYDNEY);
        return this;
    }

    Reading<Values> read(String field, String value) {
        return reader.tryRead(JsonNodeFactory.instance.objectNode().put(field, value), Values.class);
    }

    List<String> details(String field, String value) {
        return read(field, value).violations().stream().map(Violation::detail).toList();
    }

    boolean accept(String field, String value) {
        return read(field, value).violations().isEmpty();
    }
}
