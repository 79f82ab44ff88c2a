package io.loanflow.servicing;

import io.loanflow.workflow.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When people are told about instalments, by the table {@code setCollectionTimes}: days and an hour of the business zone. */
@Component
class CollectionTimes {

    static final String TABLE = "setCollectionTimes";

    private final Decisions decisions;
    private final Clock clock;

    CollectionTimes(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The times for loans that are repaid so often. */
    Of of(String frequency) {
        return new Of(
                decisions.decide(TABLE, Map.of("repaymentFrequency", frequency)).get(0), clock);
    }

    /** A row of the table. */
    record Of(Map<String, Object> row, Clock clock) {

        Instant announced(LocalDate due) {
            return at(due.minusDays(days("announceDays")));
        }

        Instant firstReminder(LocalDate due) {
            return at(due.plusDays(days("firstReminderDays")));
        }

        Instant secondReminder(LocalDate due) {
            return at(due.plusDays(days("secondReminderDays")));
        }

        Instant arrears(LocalDate due) {
            return at(due.plusDays(days("arrearsDays")));
        }

        Instant maturity(LocalDate lastDue) {
            return at(lastDue.minusDays(days("maturityDays")));
        }

        private Instant at(LocalDate day) {
            return day.atTime(number("hour"), 0).atZone(clock.getZone()).toInstant();
        }

        private long days(String name) {
            return number(name);
        }

        private int number(String name) {
            return Integer.parseInt(String.valueOf(row.get(name)));
        }
    }
}
