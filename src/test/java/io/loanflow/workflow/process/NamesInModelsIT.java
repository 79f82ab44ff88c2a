package io.loanflow.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.testing.LoanflowIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A name in a model that stands for code is looked up when the model is deployed, not when somebody gets there. */
@LoanflowIT
@Tag("service")
class NamesInModelsIT {

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value=\"applicationComplete\"|value=\"applicationCompleet\"|'Activity_CompleteInquiry' names the gate 'applicationCompleet'|applicationComplete",
                "${assessEligibility}|${assesEligibility}|'Activity_AssessEligibility' names the delegate 'assesEligibility'|assessEligibility"
            })
    void areRefusedInWordsWhenThereIsNothingBehindThem(String right, String wrong, String finding, String known)
            throws IOException {
        var model = Files.readString(Path.of("processes/loanOrigination.bpmn"));
        var before = repository.createDeploymentQuery().count();
        assertThat(model).contains(right);

        var refused = catchThrowableOfType(
                ParseException.class,
                () -> repository
                        .createDeployment()
                        .addString("mistyped.bpmn", model.replace(right, wrong))
                        .deploy());

        var told = new RefusedModelAnalyzer().analyze(refused, refused);
        assertThat(told.getDescription()).contains("mistyped.bpmn, line ", finding, "Known are ", known);
        assertThat(told.getAction()).contains("Correct the model");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }
}
