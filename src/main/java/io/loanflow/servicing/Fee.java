package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that is charged beside the loan; {@code amount} in AUD. */
public record Fee(
        long id,
        String reference,
        String type,
        String description,
        BigDecimal amount,
        LocalDate dueDate,
        String status) {

    public static final String UNPAID = "unpaid";
    public static final String PAID = "paid";
    public static final String WAIVED = "waived";
    public static final String REFUNDED = "refunded";

    /**
     * A fee before it is raised.
     *
     * @param byTable whether entering a stage raises it, which happens once for an application
     */
    public record New(String type, String description, BigDecimal amount, LocalDate dueDate, boolean byTable) {}

    /**
     * What was done about a fee.
     *
     * @param on the day of it
     * @param externalReference what the bank calls the transfer, where there was one
     */
    public record Deed(
            LocalDate on,
            @Nullable String externalReference,
            @Nullable String reason) {}
}
