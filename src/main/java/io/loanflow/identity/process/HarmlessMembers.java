package io.loanflow.identity.process;

import io.loanflow.identity.OfferedToModels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The last resolver of an expression: reads properties and calls methods only where {@link HarmlessTypes} lists them or
 * an offered bean opens them, so neither {@code getClass} nor anything behind it can be reached.
 */
class HarmlessMembers extends ClosedResolver {

    @Override
    public Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            throw new PropertyNotFoundException("Nothing is called '" + property + "' here.");
        }
        var getter = getter(base, String.valueOf(property))
                .orElseThrow(() -> new PropertyNotFoundException("'" + property + "' cannot be read in a model."));
        context.setPropertyResolved(true);
        return call(base, getter);
    }

    @Override
    public Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] given) {
        var arguments = given == null ? new Object[0] : given;
        var found = method(base, String.valueOf(method), arguments)
                .orElseThrow(() -> new MethodNotFoundException("'" + method + "' cannot be called in a model."));
        context.setPropertyResolved(true);
        return call(base, found, converted(context, found, arguments));
    }

    private static Optional<Method> getter(Object base, String property) {
        var suffix = property.isEmpty()
                ? property
                : property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return method(base, "get" + suffix, new Object[0]).or(() -> method(base, "is" + suffix, new Object[0]));
    }

    private static Optional<Method> method(Object base, String name, Object[] arguments) {
        return HarmlessTypes.find(base, name, arguments.length).or(() -> opened(base, name, arguments.length));
    }

    private static Optional<Method> opened(Object bean, String name, int arguments) {
        var type = ClassUtils.getUserClass(bean);
        if (!AnnotatedElementUtils.hasAnnotation(type, OfferedToModels.class)) {
            return Optional.empty();
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, OfferedToModels.class))
                .findFirst();
    }

    private static Object[] converted(ELContext context, Method method, Object[] arguments) {
        var converted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            converted[i] = context.convertToType(arguments[i], method.getParameterTypes()[i]);
        }
        return converted;
    }

    private static Object call(Object base, Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ELException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ELException(e);
        }
    }
}
