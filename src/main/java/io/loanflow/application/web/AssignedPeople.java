package io.loanflow.application.web;

import io.loanflow.application.LoanApplication;
import io.loanflow.people.Bdms;
import io.loanflow.people.Branches;
import io.loanflow.people.Brokers;
import io.loanflow.people.Directory;
import io.loanflow.people.QuantitySurveyors;
import io.loanflow.people.Valuers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names those at work on an application, whom it knows by their ids in the directories. */
@Component
class AssignedPeople {

    private final Brokers brokers;
    private final Bdms bdms;
    private final Branches branches;
    private final Valuers valuers;
    private final QuantitySurveyors surveyors;

    AssignedPeople(Brokers brokers, Bdms bdms, Branches branches, Valuers valuers, QuantitySurveyors surveyors) {
        this.brokers = brokers;
        this.bdms = bdms;
        this.branches = branches;
        this.valuers = valuers;
        this.surveyors = surveyors;
    }

    ApplicationResource.@Nullable Named branch(@Nullable Integer id) {
        return named(branches, id);
    }

    ApplicationResource.@Nullable Contact broker(@Nullable Integer id) {
        return brokers.find(id)
                .map(broker -> new ApplicationResource.Contact(
                        broker.id(), broker.name(), broker.company(), broker.email(), broker.phone()))
                .orElse(null);
    }

    ApplicationResource.@Nullable Contact bdm(@Nullable Integer id) {
        return bdms.find(id)
                .map(bdm -> new ApplicationResource.Contact(bdm.id(), bdm.name(), null, bdm.email(), bdm.phone()))
                .orElse(null);
    }

    ApplicationResource.@Nullable ValuationResource valuation(LoanApplication.@Nullable Valuation valuation) {
        return valuation == null
                ? null
                : new ApplicationResource.ValuationResource(
                        valuation.amount(), valuation.date(), named(valuers, valuation.valuerId()));
    }

    ApplicationResource.@Nullable SurveyResource survey(LoanApplication.@Nullable Survey survey) {
        return survey == null
                ? null
                : new ApplicationResource.SurveyResource(
                        survey.amount(), survey.date(), named(surveyors, survey.quantitySurveyorId()));
    }

    private static ApplicationResource.@Nullable Named named(Directory<?> directory, @Nullable Integer id) {
        var name = id == null ? null : directory.names(Set.of(id)).get(id);
        return id == null || name == null ? null : new ApplicationResource.Named(id, name);
    }
}
