package io.loanflow.platform.web;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads decimal numbers in queries; one with so many digits that it is no figure of anything is refused. */
@ControllerAdvice
class QueryNumbers {

    private static final int MOST_DIGITS = 38;

    @InitBinder
    void readDecimals(WebDataBinder binder) {
        binder.registerCustomEditor(BigDecimal.class, new Decimal());
    }

    private static final class Decimal extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text.isBlank() ? null : number(text.strip()));
        }

        private static BigDecimal number(String text) {
            var number = new BigDecimal(text.length() > 2 * MOST_DIGITS ? "too long" : text);
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("too many digits");
            }
            return number;
        }
    }
}
