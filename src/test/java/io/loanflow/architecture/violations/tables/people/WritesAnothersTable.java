package io.loanflow.architecture.violations.tables.people;

class WritesAnothersTable {

    static final String SQL = "UPDATE application SET purpose = 'theirs'";
}
