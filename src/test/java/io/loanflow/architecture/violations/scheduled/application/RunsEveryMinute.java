package io.loanflow.architecture.violations.scheduled.application;

import org.springframework.scheduling.annotation.Scheduled;

class RunsEveryMinute {

    @Scheduled(fixedRate = 60_000)
    void run() {}
}
