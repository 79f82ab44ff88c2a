package io.loanflow.people.web;

import io.loanflow.people.BankAccount;
import io.loanflow.people.CommissionAccount;
import io.loanflow.people.PartyData;
import org.jspecify.annotations.Nullable;

/** Whole numbers, for the eyes of one. */
record Sensitive(@Nullable String taxFileNumber, @Nullable Account bankAccount) {

    /** Where somebody keeps their money. */
    record Account(
            @Nullable String bank,
            @Nullable String name,
            @Nullable String bsb,
            @Nullable String number) {

        static Account of(CommissionAccount account) {
            return new Account(
                    account.bank(),
                    account.name(),
                    account.bsb(),
                    account.number().reveal());
        }

        private static Account of(BankAccount account) {
            var number = account.number();
            return new Account(account.bank(), account.name(), account.bsb(), number == null ? null : number.reveal());
        }

        @Override
        public String toString() {
            return "Account";
        }
    }

    static Sensitive of(PartyData data) {
        var number = data.taxFileNumber();
        var account = data.bankAccount();
        return new Sensitive(number == null ? null : number.reveal(), account == null ? null : Account.of(account));
    }

    /** Says nothing, because answers are logged by it. */
    @Override
    public String toString() {
        return "Sensitive";
    }
}
