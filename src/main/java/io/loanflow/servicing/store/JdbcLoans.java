package io.loanflow.servicing.store;

import io.loanflow.servicing.ExtensionTerms;
import io.loanflow.servicing.FundedLoan;
import io.loanflow.servicing.Loans;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code loan} and {@code loan_extension}. */
@Repository
class JdbcLoans implements Loans {

    private final JdbcClient jdbc;

    JdbcLoans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(FundedLoan loan, @Nullable String by, Instant at) {
        jdbc.sql(
                        "insert into loan (reference, amount, rate, term, frequency, capitalised_months, funded_on, funded_by,"
                                + " funded_at) values (:reference, :amount, :rate, :term, :frequency, :capitalised, :on, :by, :at)")
                .param("reference", loan.reference())
                .param("amount", loan.amount())
                .param("rate", loan.rate())
                .param("term", loan.months())
                .param("frequency", loan.frequency())
                .param("capitalised", loan.capitalisedMonths())
                .param("on", loan.fundedOn())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<FundedLoan> find(String reference) {
        return jdbc.sql("select * from loan where reference = :reference")
                .param("reference", reference)
                .query(JdbcLoans::loan)
                .optional();
    }

    @Override
    public void setArrears(String reference, @Nullable String arrears) {
        jdbc.sql("update loan set arrears = :arrears where reference = :reference")
                .param("arrears", arrears)
                .param("reference", reference)
                .update();
    }

    @Override
    public void setPaidOut(String reference, LocalDate on) {
        jdbc.sql("update loan set paid_out_on = :on where reference = :reference")
                .param("on", on)
                .param("reference", reference)
                .update();
    }

    @Override
    public long extend(
            String reference,
            ExtensionTerms terms,
            BigDecimal principal,
            BigDecimal advance,
            int payments,
            String by,
            Instant at) {
        jdbc.sql("update loan set amount = amount + :advance, rate = :rate where reference = :reference")
                .param("advance", advance)
                .param("rate", terms.rate())
                .param("reference", reference)
                .update();
        return jdbc.sql("insert into loan_extension (reference, rate, amount, repayment, payments, by, at)"
                        + " values (:reference, :rate, :amount, :repayment, :payments, :by, :at) returning id")
                .param("reference", reference)
                .param("rate", terms.rate())
                .param("amount", principal)
                .param("repayment", terms.repayment())
                .param("payments", payments)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static FundedLoan loan(ResultSet row, int number) throws SQLException {
        return new FundedLoan(
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("rate"),
                row.getInt("term"),
                row.getString("frequency"),
                row.getInt("capitalised_months"),
                row.getObject("funded_on", LocalDate.class),
                row.getString("arrears"),
                row.getObject("paid_out_on", LocalDate.class));
    }
}
