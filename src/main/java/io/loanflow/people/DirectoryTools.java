package io.loanflow.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.platform.input.InputReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every directory works with. */
@Component
record DirectoryTools(JdbcClient jdbc, InputReader inputs, ObjectMapper json, References references) {

    <T> DirectoryTable<T> table(DirectoryShape<T> shape) {
        return new DirectoryTable<>(shape, jdbc, inputs, json);
    }
}
