package io.loanflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole system in one process: the workflow engine, its web applications, the API and the WebSocket. */
@SpringBootApplication
public class Loanflow {

    public static void main(String[] arguments) {
        SpringApplication.run(Loanflow.class, arguments);
    }
}
