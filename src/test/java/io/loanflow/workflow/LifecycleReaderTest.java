package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the shipped model says, read as the engine's doors read it. */
@Tag("fast")
class LifecycleReaderTest {

    private static final List<String> DECISIONS = List.of("approve", "return", "decline");

    private final BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes/loanOrigination.bpmn"));

    @Test
    void knowsTheTransitionsOfTheBusiness() {
        assertThat(transitions(read()))
                .containsEntry("inquiry", new TreeSet<>(List.of("processing")))
                .containsEntry("processing", new TreeSet<>(List.of("approved", "declined", "inquiry")))
                .containsEntry("approved", new TreeSet<>(List.of("processing", "settlement")))
                .containsEntry("settlement", new TreeSet<>(List.of("approved", "funded")))
                .containsEntry("funded", new TreeSet<>(List.of("closed")))
                .containsEntry("declined", new TreeSet<>(List.of("inquiry")))
                .containsEntry("withdrawn", new TreeSet<>(List.of("inquiry")))
                .containsEntry("", new TreeSet<>(List.of("declined", "withdrawn")));
    }

    @Test
    void readsWhoMayAndWhatIsAsked() {
        var approve = read().exitsOf("Activity_DecideCredit").stream()
                .filter(exit -> "approve".equals(exit.decision()))
                .findFirst()
                .orElseThrow();

        assertThat(approve.to().id()).isEqualTo("approved");
        assertThat(approve.who()).containsExactly("credit", "admin");
        assertThat(approve.gates())
                .containsExactlyInAnyOrder(
                        "eligible",
                        "noValuationOutstanding",
                        "termsSufficient",
                        "approvalDocumentsReady",
                        "supportingDocumentsThere",
                        "fourEyes");
        assertThat(approve.needsReason()).isFalse();
    }

    @Test
    void theDefaultFlowStandsForTheDecisionThatNoOtherNames() {
        assertThat(read().exitsOf("Activity_DecideCredit"))
                .extracting(exit -> exit.decision() + " to " + exit.to().id())
                .containsExactlyInAnyOrder("approve to approved", "return to inquiry", "decline to declined");
    }

    @Test
    void aMessageOfWhichNobodyIsNamedIsForTheSystem() {
        assertThat(read().exitsOf("Event_ApprovalFiguresChanged"))
                .singleElement()
                .matches(Exit::isForTheSystem);
    }

    @Test
    void aBranchBesideAnotherDoesNotEndTheStage() {
        assertThat(read().exitsOf("Activity_SettlementChecklist")).isEmpty();
        assertThat(read().exitsOf("Activity_ReviewValuation")).isEmpty();
    }

    @Test
    void aNewStageNeedsNothingButItsProperty() {
        addValuationBetweenInquiryAndProcessing(model);

        var transitions = transitions(read());

        assertThat(transitions.get("inquiry")).containsExactly("valuation");
        assertThat(transitions.get("valuation")).containsExactly("processing");
        assertThat(read().stagesInOrder()).extracting(Stage::id).endsWith("valuation");
    }

    /** A user task that is a stage, put into the flow as an analyst would put it. */
    static void addValuationBetweenInquiryAndProcessing(BpmnModelInstance model) {
        SequenceFlow flow = model.getModelElementById("Flow_InquiryLeft");
        var target = flow.getTarget();
        UserTask task = model.newInstance(UserTask.class);
        task.setId("Activity_ValueSecurities");
        task.setName("Value the securities");
        flow.getParentElement().addChildElement(task);
        task.setCamundaCandidateGroups("credit");
        ExtensionElements extension = model.newInstance(ExtensionElements.class);
        task.setExtensionElements(extension);
        var property = model.newInstance(CamundaProperty.class);
        property.setCamundaName("stage");
        property.setCamundaValue("valuation");
        extension
                .addExtensionElement(CamundaProperties.class)
                .getCamundaProperties()
                .add(property);
        target.getIncoming().remove(flow);
        flow.setTarget(task);
        task.getIncoming().add(flow);
        SequenceFlow onward = model.newInstance(SequenceFlow.class);
        onward.setId("Flow_SecuritiesValued");
        flow.getParentElement().addChildElement(onward);
        onward.setSource(task);
        onward.setTarget(target);
        task.getOutgoing().add(onward);
        target.getIncoming().add(onward);
    }

    private Lifecycle read() {
        return LifecycleReader.read(model, 1, form -> form.equals("decideCredit") ? DECISIONS : List.of());
    }

    private static Map<String, TreeSet<String>> transitions(Lifecycle lifecycle) {
        var transitions = new TreeMap<String, TreeSet<String>>();
        lifecycle
                .exits()
                .forEach((activity, exits) -> exits.stream()
                        .filter(exit -> !exit.isForTheSystem())
                        .forEach(exit -> transitions
                                .computeIfAbsent(
                                        lifecycle
                                                .stageAround(activity)
                                                .map(Stage::id)
                                                .orElse(""),
                                        from -> new TreeSet<>())
                                .add(exit.to().id())));
        return transitions;
    }
}
