package io.loanflow.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;

/** The rules that the packages keep, for the classes below a base package. */
final class Rules {

    static final String BASE = "io.loanflow";

    private static final String[] ENGINE = {"org.camunda.."};
    private static final String[] WEB = {
        "org.springframework.web..",
        "org.springframework.http..",
        "jakarta.servlet..",
        "jakarta.ws.rs..",
        "jakarta.websocket.."
    };

    private Rules() {}

    static ArchRule engineTypesStayWhereTheEngineIsSpoken() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..workflow..", "..modelling..", "..identity..")
                .should(dependOnClassesThat(resideInAnyPackage(ENGINE)))
                .because("only process, workflow, modelling and identity speak the engine's language");
    }

    static ArchRule webTypesStayInWeb() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should(dependOnClassesThat(resideInAnyPackage(WEB)))
                .because("a feature can be used without HTTP");
    }

    static ArchRule partsSeeOnlyTheirOwnRoot(String base) {
        return classes()
                .that()
                .resideInAnyPackage(base + ".*.process..", base + ".*.web..", base + ".*.store..")
                .should(new SeeOnlyTheirOwnRoot(base))
                .because("the root of a feature is its API, for its own parts too");
    }

    static ArchRule featuresDependDownwards(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".*..")
                .should(new DependDownwards(base))
                .because("the directions are drawn in the architecture: nobody depends on overview or notification");
    }

    static ArchRule delegatesHaveOneCollaborator() {
        return classes()
                .that()
                .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
                .should(new HaveOneCollaborator())
                .because("a delegate reads, calls one service and writes");
    }

    static ArchRule nothingIsScheduledInJava() {
        return noMethods()
                .should()
                .beAnnotatedWith(Scheduled.class)
                .because("every periodic job is a timer event in a model");
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("what a class needs stands in its constructor");
    }
}
