package io.loanflow.identity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.testing.LoanflowIT;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LoanflowIT
@Tag("service")
class HostileModelsIT {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="hostile" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start" />
                <sequenceFlow id="f1" sourceRef="start" targetRef="step" />
                %s
                <sequenceFlow id="f2" sourceRef="step" targetRef="end">%s</sequenceFlow>
                <endEvent id="end" />
              </process>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>|Scripts are",
                "<serviceTask id='step' camunda:class='java.lang.String' />|names a Java class",
                "<serviceTask id='step' camunda:type='shell'><extensionElements><camunda:field name='command' stringValue='id' /></extensionElements></serviceTask>|may not name a class",
                "<userTask id='step' camunda:formKey='embedded:deployment:evil.html' />|does not name a Camunda Form",
                "<userTask id='step'><extensionElements><camunda:taskListener event='create' class='java.lang.String' /></extensionElements></userTask>|names a Java class",
                "<userTask id='step'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener></extensionElements></userTask>|Scripts are",
                "<userTask id='step'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>|Scripts are"
            })
    void areNotDeployedWithCodeInThem(String step, String refusal) {
        assertThatThrownBy(() -> deploy("", step, ""))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(refusal);
    }

    @Test
    void areNotDeployedWithAConditionInAScriptingLanguage() {
        var condition =
                "<conditionExpression xsi:type='tFormalExpression' language='javascript'>true</conditionExpression>";

        assertThatThrownBy(() -> deploy("", "<userTask id='step' />", condition))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("scripting language");
    }

    @Test
    void readNoFileOfTheMachine() {
        var entity = "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/hostname'>]>";

        assertThatThrownBy(() -> deploy(entity, "<userTask id='step' name='&file;' />", ""))
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution.setVariable('eligible', true)}",
                "${accounts.setActive('x', false)}",
                "${dataSource}"
            })
    void reachNothingByAnExpression(String expression) {
        deploy("", "<serviceTask id='step' camunda:expression=\"" + expression + "\" />", "");

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("hostile"))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("hostile")
                        .count())
                .isZero();
    }

    private void deploy(String prologue, String step, String condition) {
        repository
                .createDeployment()
                .addString("hostile.bpmn", MODEL.formatted(prologue, step, condition))
                .deploy();
    }
}
