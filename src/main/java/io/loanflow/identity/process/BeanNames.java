package io.loanflow.identity.process;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Resolves a bare name to an offered bean, before any variable of that name can stand in its place. */
class BeanNames extends ClosedResolver {

    private final OfferedBeans beans;

    BeanNames(OfferedBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        var bean = beans.find(name);
        context.setPropertyResolved(bean.isPresent());
        return bean.orElse(null);
    }
}
