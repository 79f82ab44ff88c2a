package io.loanflow.testing;

import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/** What the engine passes during one process test, in the test's own thread and in those of its jobs. */
final class PassedElements implements Collector {

    private static final String REPORTS = "target/site/process-test-coverage";

    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    PassedElements(String test) {
        collector.createSuite(new Suite(test, test));
        collector.activateSuite(test);
        collector.createRun(new Run(test, test), test);
        collector.activateRun(test);
    }

    @Override
    public synchronized void addEvent(Event event) {
        collector.addEvent(event);
    }

    synchronized void report() {
        CoverageReportUtil.createReport(collector, REPORTS);
        CoverageReportUtil.createJsonReport(collector, REPORTS);
    }
}
