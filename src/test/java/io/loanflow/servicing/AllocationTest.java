package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class AllocationTest {

    private static final LocalDate FUNDED = LocalDate.of(2026, 1, 1);

    static final List<Instalment> LINES = List.of(line(1, "10.00", "90.00"), line(2, "5.00", "95.00"));

    @Test
    void paysTheOldestFirstAndInItTheInterestFirst() {
        assertThat(paid(payment(1, "7.00", 3))).containsExactly(of("7.00", "0.00", null), of("0.00", "0.00", null));
        assertThat(paid(payment(1, "99.99", 3))).containsExactly(of("10.00", "89.99", null), of("0.00", "0.00", null));
        assertThat(paid(payment(1, "100.00", 3))).containsExactly(of("10.00", "90.00", 3), of("0.00", "0.00", null));
        assertThat(paid(payment(1, "106.00", 3))).containsExactly(of("10.00", "90.00", 3), of("5.00", "1.00", null));
    }

    @Test
    void saysOnWhichDayALineWasPaidInFull() {
        assertThat(paid(payment(1, "60.00", 3), payment(2, "140.00", 9)))
                .containsExactly(of("10.00", "90.00", 9), of("5.00", "95.00", 9));
        assertThat(paid(payment(1, "60.00", 9), payment(2, "140.00", 3)))
                .containsExactly(of("10.00", "90.00", 3), of("5.00", "95.00", 9));
    }

    @Test
    void leavesOutWhatWasTakenBack() {
        assertThat(paid(reversed(payment(1, "100.00", 3)), payment(2, "20.00", 4)))
                .containsExactly(of("10.00", "10.00", null), of("0.00", "0.00", null));
        assertThat(paid(reversed(payment(1, "100.00", 3))))
                .containsExactly(of("0.00", "0.00", null), of("0.00", "0.00", null));
    }

    private List<Tuple> paid(Payment... payments) {
        return Allocation.of(LINES, List.of(payments)).stream()
                .map(paid -> tuple(paid.interest().toString(), paid.principal().toString(), paid.on()))
                .toList();
    }

    private static Tuple of(String interest, String principal, Integer day) {
        return tuple(interest, principal, day == null ? null : FUNDED.plusDays(day));
    }

    private static Instalment line(int number, String interest, String principal) {
        return new Instalment(
                number,
                number,
                FUNDED,
                FUNDED.plusMonths(number),
                new BigDecimal(interest),
                new BigDecimal(principal),
                new BigDecimal("0.00"),
                Instalment.Paid.NOTHING,
                false,
                null,
                null);
    }

    static Payment payment(long id, String amount, int day) {
        return new Payment(
                id,
                "APP-00000000",
                new BigDecimal(amount),
                FUNDED.plusDays(day),
                "T-" + id,
                "someone",
                Instant.EPOCH,
                null,
                null);
    }

    private static Payment reversed(Payment payment) {
        return new Payment(
                payment.id(),
                payment.reference(),
                payment.amount(),
                payment.receivedOn(),
                payment.externalReference(),
                payment.recordedBy(),
                payment.recordedAt(),
                Instant.EPOCH,
                "bounced");
    }
}
