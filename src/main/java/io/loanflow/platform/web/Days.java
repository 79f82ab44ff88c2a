package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code from} and {@code to}: days of the business zone, both inclusive, or instants. */
@Component
public class Days {

    private static final int LAST_YEAR = 9999;

    private final ZoneId zone;

    Days(Clock businessClock) {
        this.zone = businessClock.getZone();
    }

    public @Nullable Instant from(String parameter, @Nullable String text) {
        return text == null ? null : isDay(text) ? start(day(parameter, text)) : instant(parameter, text);
    }

    /** The first instant that is too late. */
    public @Nullable Instant before(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return isDay(text)
                ? start(day(parameter, text).plusDays(1))
                : instant(parameter, text).plusNanos(1_000);
    }

    private static boolean isDay(String text) {
        return text.indexOf('T') < 0;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return inRange(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw refused(parameter, text);
        }
    }

    private static Instant instant(String parameter, String text) {
        try {
            var instant = OffsetDateTime.parse(text);
            inRange(instant.toLocalDate());
            return instant.toInstant();
        } catch (DateTimeException e) {
            throw refused(parameter, text);
        }
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    private static Problem refused(String parameter, String text) {
        return Problem.badInput(
                "/" + parameter,
                "bad_date",
                "'" + text + "' is neither a day (2026-01-31) nor an instant with a zone.");
    }
}
