package io.loanflow.chaos;

import java.util.List;
import java.util.Map;

/** An application with everything that it needs to be assessed. */
final class CompleteApplication {

    private static final Map<String, String> ADDRESS = Map.of(
            "street_number", "12",
            "street_name", "George Street",
            "suburb", "Sydney",
            "state", "NSW",
            "postcode", "2000");

    private CompleteApplication() {}

    static Map<String, Object> json(long broker) {
        return Map.of(
                "application_type",
                "residential",
                "purpose",
                "a house to live in",
                "loan_amount",
                400_000,
                "loan_term",
                360,
                "interest_rate",
                5.5,
                "repayment_frequency",
                "monthly",
                "broker_id",
                broker,
                "borrowers",
                List.of(borrower()),
                "securities",
                List.of(security()));
    }

    private static Map<String, Object> borrower() {
        return Map.of(
                "kind", "person",
                "first_name", "Ann",
                "last_name", "Borrower",
                "date_of_birth", "1985-03-14",
                "email", "ann@example.com",
                "phone", "0412345678",
                "residential_address", ADDRESS,
                "annual_income", 180_000,
                "monthly_expenses", 3_000);
    }

    private static Map<String, Object> security() {
        return Map.of(
                "property_type",
                "residential",
                "occupancy",
                "owner_occupied",
                "estimated_value",
                800_000,
                "address",
                ADDRESS);
    }
}
