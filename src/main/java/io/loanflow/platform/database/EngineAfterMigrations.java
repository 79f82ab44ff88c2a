package io.loanflow.platform.database;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

/** The engine starts when our tables are there, because the models that it deploys at its start already use them. */
class EngineAfterMigrations implements DependsOnDatabaseInitializationDetector {

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beans) {
        return Stream.of("processEngineFactoryBean")
                .filter(beans::containsBeanDefinition)
                .collect(Collectors.toSet());
    }
}
