package io.loanflow.identity.process;

import io.loanflow.identity.OfferedToModels;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** The beans of ours that an expression may name: delegates, listeners and what is {@link OfferedToModels}. */
class OfferedBeans {

    private static final String OURS = "io.loanflow.";

    private final BeanFactory beans;

    OfferedBeans(BeanFactory beans) {
        this.beans = beans;
    }

    Optional<Object> find(String name) {
        if (!beans.containsBean(name) || !isOffered(beans.getType(name))) {
            return Optional.empty();
        }
        return Optional.of(beans.getBean(name));
    }

    private static boolean isOffered(@Nullable Class<?> type) {
        if (type == null) {
            return false;
        }
        var ours = ClassUtils.getUserClass(type);
        return ours.getName().startsWith(OURS) && (isDelegate(ours) || isAnnotated(ours));
    }

    private static boolean isDelegate(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type)
                || ExecutionListener.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type)
                || ActivityBehavior.class.isAssignableFrom(type);
    }

    private static boolean isAnnotated(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, OfferedToModels.class);
    }
}
