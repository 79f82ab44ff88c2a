package io.loanflow.identity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.identity.OfferedToModels;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("fast")
class GuardedExpressionsTest {

    private final ExecutionEntity execution = new WithoutVariables();
    private final GuardedExpressions expressions = new GuardedExpressions(beans());

    GuardedExpressionsTest() {
        execution.setId("42");
    }

    @Test
    void namesDelegatesAndCallsWhatABeanOffers() {
        assertThat(value("${work}")).isInstanceOf(Work.class);
        assertThat(value("${numbers.twice(21)}")).isEqualTo(42);
    }

    @Test
    void readsWhatIsHarmless() {
        assertThat(value("${execution.id}")).isEqualTo("42");
        assertThat(value("${execution.getId()}")).isEqualTo("42");
        assertThat(value("${'abc'.length() == 3 && 'abc'.contains('b')}")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${execution.getClass().forName('java.lang.Runtime')}",
                "${execution.class.classLoader}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getIdentityService()}",
                "${execution.setVariable('eligible', true)}",
                "${execution.engineServices}",
                "${work.execute(execution)}",
                "${work.class}",
                "${numbers.hidden()}",
                "${numbers.getClass()}",
                "${secrets}",
                "${foreign}",
                "${java.lang.Runtime}",
                "${Runtime.getRuntime()}",
                "${absent}"
            })
    void reachesNothingElse(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(ELException.class);
    }

    private Object value(String expression) {
        return expressions.createValueExpression(expression).getValue(expressions.getElContext(execution));
    }

    private static OfferedBeans beans() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("work", new Work());
        beans.addBean("numbers", new Numbers());
        beans.addBean("secrets", new Secrets());
        beans.addBean("foreign", new ArrayList<>(List.of("not ours")));
        return new OfferedBeans(beans);
    }

    static class Work implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            throw new AssertionError("an expression called a delegate by itself");
        }
    }

    static class WithoutVariables extends ExecutionEntity {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean hasVariable(String name) {
            return false;
        }
    }

    static class Secrets {}

    @OfferedToModels
    public static class Numbers {

        @OfferedToModels
        public int twice(int number) {
            return 2 * number;
        }

        public int hidden() {
            throw new AssertionError("an expression called what is not offered");
        }
    }
}
