package io.loanflow.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Lets the engine write down what a process test passes, from its first test to its last. */
final class ModelCoverageListener implements TestExecutionListener {

    private static final String MEASURED = "ProcessTest";

    @Override
    public void beforeTestClass(TestContext context) {
        if (isMeasured(context)) {
            var passed = new PassedElements(context.getTestClass().getName());
            context.setAttribute(MEASURED, passed);
            ModelCoverage.tell(engine(context), passed);
        }
    }

    @Override
    public void afterTestClass(TestContext context) {
        if (isMeasured(context)) {
            ModelCoverage.tell(engine(context), ModelCoverage.NOBODY);
            ((PassedElements) context.getAttribute(MEASURED)).report();
        }
    }

    private static boolean isMeasured(TestContext context) {
        return context.getTestClass().getSimpleName().endsWith(MEASURED);
    }

    private static ProcessEngine engine(TestContext context) {
        return context.getApplicationContext().getBean(ProcessEngine.class);
    }
}
