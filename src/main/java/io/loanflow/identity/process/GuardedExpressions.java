package io.loanflow.identity.process;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/** Expressions of models, tables and filters: they see variables, offered beans and harmless members, nothing else. */
class GuardedExpressions extends JuelExpressionManager {

    private static final boolean READ_ONLY = true;

    private final OfferedBeans beans;

    GuardedExpressions(OfferedBeans beans) {
        this.beans = beans;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new BeanNames(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(READ_ONLY));
        resolver.add(new ListELResolver(READ_ONLY));
        resolver.add(new MapELResolver(READ_ONLY));
        resolver.add(new HarmlessMembers());
        return resolver;
    }
}
