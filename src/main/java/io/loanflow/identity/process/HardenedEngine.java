package io.loanflow.identity.process;

import io.loanflow.identity.GroupNames;
import io.loanflow.identity.Passwords;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes what the engine leaves open; runs last, so that no configuration file opens it again. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HardenedEngine extends SpringBootProcessEnginePlugin {

    private final BeanFactory beans;
    private final Passwords passwords;

    HardenedEngine(BeanFactory beans, Passwords passwords) {
        this.beans = beans;
        this.passwords = passwords;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        people(engine);
        code(engine);
        data(engine);
    }

    private void people(SpringProcessEngineConfiguration engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationEnabledForCustomCode(false);
        engine.setAdminGroups(new ArrayList<>(List.of(GroupNames.ADMIN)));
        engine.setResourceAuthorizationProvider(new SparseGrants());
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setPasswordEncryptor(new Argon2Passwords(passwords));
        engine.setEnablePasswordPolicy(false);
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(PatientLockout.class));
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setWebappsAuthenticationLoggingEnabled(false);
    }

    private void code(SpringProcessEngineConfiguration engine) {
        engine.setExpressionManager(new GuardedExpressions(new OfferedBeans(beans)));
        engine.setArtifactFactory(new NoClasses());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.getCustomPreBPMNParseListeners().add(new ModelRefusals());
    }

    private static void data(SpringProcessEngineConfiguration engine) {
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
    }
}
