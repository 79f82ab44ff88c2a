package io.loanflow.modelling;

import static io.loanflow.modelling.Models.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped models with one mistake in them, and what the analyst who made it reads. */
@Tag("fast")
class ModelCheckTest {

    private static final String P = "loanOrigination.bpmn";

    @Test
    void findsNothingInTheShippedModels() {
        assertThat(shipped().findings()).isEmpty();
    }

    @Test
    void reportsAGatewayWithoutADefaultFlow() {
        assertThat(shipped().changing(P, " default=\"Flow_DecisionReturn\"", "").findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Gateway_Decision: The gateway \"Decision?\" has no default flow, so an application can get stuck there. Choose the flow that is taken when no condition fits and make it the default flow.");
    }

    @Test
    void reportsAFlowOutOfAGatewayWithoutACondition() {
        assertThat(shipped()
                        .without(
                                P,
                                "<bpmn:conditionExpression[^>]*>[^<]*valuationOutstanding.</bpmn:conditionExpression>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: The flow \"Yes\" out of the gateway \"Valuation outstanding?\" has no condition. Say when it is taken.");
    }

    @Test
    void reportsADefaultFlowWithACondition() {
        assertThat(shipped()
                        .changing(
                                P,
                                "default=\"Flow_ValuationOutstandingNo\"",
                                "default=\"Flow_ValuationOutstandingYes\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: The flow \"Yes\" is the default flow and has a condition, which is never asked. Remove the condition.",
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingNo: The flow \"No\" out of the gateway \"Valuation outstanding?\" has no condition. Say when it is taken.");
    }

    @Test
    void reportsAFlowOutOfAGatewayWithoutAName() {
        assertThat(shipped().changing(P, "name=\"Approve\" ", "").findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_DecisionApprove: A flow out of the gateway \"Decision?\" has no name. Name it with its answer.");
    }

    @Test
    void reportsAStepWithoutAShape() {
        assertThat(shipped()
                        .without(P, "<bpmndi:BPMNShape id=\"Activity_DecideCredit_di\".*?</bpmndi:BPMNShape>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_DecideCredit: \"Decide credit\" has no shape in the diagram, so nobody can see or change it. Draw it in Camunda Modeler, or remove it.");
    }

    @Test
    void reportsAFlowWithoutALine() {
        assertThat(shipped()
                        .without(P, "<bpmndi:BPMNEdge id=\"Flow_CreditDecided_di\".*?</bpmndi:BPMNEdge>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_CreditDecided: The element Flow_CreditDecided has no line in the diagram, so nobody can see or change it. Draw it in Camunda Modeler, or remove it.");
    }

    @Test
    void reportsAFlowThatItsTargetDoesNotList() {
        assertThat(shipped()
                        .changing(P, "<bpmn:incoming>Flow_CreditDecided</bpmn:incoming>", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_CreditDecided: \"Credit decided\" does not list the flow Flow_CreditDecided among its incoming flows. Draw the flow anew in Camunda Modeler.");
    }

    @Test
    void reportsAFlowThatItsSourceDoesNotList() {
        assertThat(shipped()
                        .changing(P, "<bpmn:outgoing>Flow_DeclinedReopened</bpmn:outgoing>", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_DeclinedReopened: \"Declined\" does not list the flow Flow_DeclinedReopened among its outgoing flows. Draw the flow anew in Camunda Modeler.",
                        "processes/loanOrigination.bpmn, Activity_Declined: The stage \"Declined\" has no way out. Draw a flow to where it leads, or make it an end event.");
    }

    @Test
    void reportsAModelThatIsNotXml() {
        assertThat(shipped().changing(P, "</bpmn:process>", "").findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn: The process cannot be read: The element type \"bpmn:process\" must be terminated by the matching end-tag \"</bpmn:process>\". Open it in Camunda Modeler and save it again.");
    }

    @Test
    void reportsAModelThatReadsAFileOfTheMachine() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:definitions",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn: The process cannot be read: DOCTYPE is disallowed when the feature \"http://apache.org/xml/features/disallow-doctype-decl\" set to true. Open it in Camunda Modeler and save it again.");
    }

    @Test
    void reportsAProcessWhoseIdIsNotItsFile() {
        assertThat(shipped()
                        .changing(P, "\"loanOrigination\"", "\"Loan_Origination\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Loan_Origination: The id of the process is \"Loan_Origination\", but the file is called \"loanOrigination.bpmn\". Name the file \"Loan_Origination.bpmn\" or change the id.",
                        "processes/loanOrigination.bpmn, Loan_Origination: The id \"Loan_Origination\" of the process is not in the form loanOrigination: letters and digits, a small letter first. Change it.");
    }

    @Test
    void reportsAnIdThatTheModelerMadeUp() {
        assertThat(shipped()
                        .changing(P, "Gateway_SettlementWork", "Gateway_0x1")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Gateway_0x1: The element Gateway_0x1 has the id \"Gateway_0x1\". Change it to Gateway_ and what it is, like Gateway_CreditDecided.");
    }

    @Test
    void reportsAStepWithoutAName() {
        assertThat(shipped().changing(P, " name=\"Decide credit\"", "").findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_DecideCredit: The element Activity_DecideCredit has no name. Give it one that people understand.");
    }

    @Test
    void reportsAStepWithoutDocumentation() {
        assertThat(shipped()
                        .without(P, "<bpmn:documentation>A credit manager approves.*?</bpmn:documentation>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_DecideCredit: \"Decide credit\" has no documentation. Say in a sentence or two what happens there.");
    }

    @Test
    void reportsAProcessWithoutDocumentation() {
        assertThat(shipped()
                        .without(P, "<bpmn:documentation>The life of a loan.*?</bpmn:documentation>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, loanOrigination: The process has no documentation. Say in a few sentences what it is for.");
    }

    @Test
    void reportsAProcessWithoutTimeToLive() {
        assertThat(shipped()
                        .changing(P, " camunda:historyTimeToLive=\"3650\"", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, loanOrigination: The process has no history time to live. Enter for how many days its history is kept, for example 3650.");
    }

    @Test
    void reportsAProcessThatDoesNotRun() {
        assertThat(shipped()
                        .changing(P, "isExecutable=\"true\"", "isExecutable=\"false\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, loanOrigination: The process is not executable. Tick \"Executable\".");
    }

    @Test
    void reportsAnUnknownDelegate() {
        assertThat(shipped()
                        .changing(P, "${recordApproval}", "${recordAproval}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: The delegate \"${recordAproval}\" does not exist. Known are askSigner, assessEligibility, chargeInterest, completeSignatures, findInstalment, findInterest, findMaturity, findSigners, generateDocuments, openInstalment, recordApproval, recordArrears, recordChecklist, recordExpiry, recordFunding, recordRefusal, recordSignature, recordValuation, registerApplication, remindOfInstalment, remindSigner, reportArrears, returnApplication, sealDocument, sendMail, startCollection, startServicing, startSigning, tellMaturity, tellSigners.");
    }

    @Test
    void reportsAJavaClass() {
        assertThat(shipped()
                        .changing(
                                P,
                                "camunda:delegateExpression=\"${recordApproval}\"",
                                "camunda:class=\"java.lang.Runtime\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: A model cannot name a Java class. Use one of the known delegates.",
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" does not say what it runs. Choose one of the element templates for service tasks.");
    }

    @Test
    void reportsABeanThatIsCalled() {
        assertThat(shipped()
                        .changing(
                                P,
                                "camunda:delegateExpression=\"${recordApproval}\"",
                                "camunda:expression=\"${recordApproval.execute(execution)}\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"camunda:expression\" is not allowed in a model. Remove it.",
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" does not say what it runs. Choose one of the element templates for service tasks.");
    }

    @Test
    void reportsAShellCommand() {
        assertThat(shipped()
                        .changing(P, "camunda:delegateExpression=\"${recordApproval}\"", "camunda:type=\"shell\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"camunda:type\" is not allowed in a model. Remove it.",
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" does not say what it runs. Choose one of the element templates for service tasks.");
    }

    @Test
    void reportsAScript() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: A model cannot run scripts. Use a service task with one of the known delegates.");
    }

    @Test
    void reportsAListenerWithAClass() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:executionListener class=\"a.B\" event=\"start\" /></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: A model cannot name a Java class. Use one of the known delegates.");
    }

    @Test
    void reportsAListenerWithAnExpression() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:executionListener expression=\"${eligible}\" event=\"start\" /></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"expression\" is not allowed in a model. Remove it.");
    }

    @Test
    void reportsAListenerWithAnUnknownDelegate() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:executionListener delegateExpression=\"${runtimeService}\" event=\"start\" /></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: The delegate \"${runtimeService}\" does not exist. Known are askSigner, assessEligibility, chargeInterest, completeSignatures, findInstalment, findInterest, findMaturity, findSigners, generateDocuments, openInstalment, recordApproval, recordArrears, recordChecklist, recordExpiry, recordFunding, recordRefusal, recordSignature, recordValuation, registerApplication, remindOfInstalment, remindSigner, reportArrears, returnApplication, sealDocument, sendMail, startCollection, startServicing, startSigning, tellMaturity, tellSigners.");
    }

    @Test
    void reportsAConnector() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"camunda:connector\" is not allowed in a model. Remove it.",
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"camunda:connectorId\" is not allowed in a model. Remove it.");
    }

    @Test
    void reportsAConnectorInTheOldNamespace() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>",
                                "<bpmn:extensionElements><x:connector xmlns:x=\"http://activiti.org/bpmn\" /></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_DecisionApprove</bpmn:incoming>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"x:connector\" is not allowed in a model. Remove it.");
    }

    @Test
    void reportsAnUndeclaredVariable() {
        assertThat(shipped()
                        .changing(P, "${valuationOutstanding}", "${valuationOpen}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: \"${valuationOpen}\" uses \"valuationOpen\", which no form asks for and no step sets. Known are application, approvalExpiresAt, arrearsAt, arrearsNote, arrearsToHandle, checklistDone, documentId, documentLink, documentTitle, eligible, firstReminderAt, instalmentComesUpAt, instalmentId, instalmentLeft, instalmentOwed, interestDueAt, interestInstalmentId, interestLeft, mailId, maturityToldAt, nextInstalmentId, reminder, secondReminderAt, signerId, signerIds, signerUser, signersLeft, signingExpiresAt, signingOutcome, signingReminders, valuationOutstanding and the fields of the forms.");
    }

    @Test
    void reportsAConditionThatCallsTheEngine() {
        assertThat(shipped()
                        .changing(P, "${valuationOutstanding}", "${execution.getVariable('x') == 1}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: \"${execution.getVariable('x') == 1}\" calls or looks into \"execution\". An expression may only read variables and compare them.");
    }

    @Test
    void reportsAConditionThatReachesAClass() {
        assertThat(shipped()
                        .changing(P, "${valuationOutstanding}", "${''.getClass()}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: \"${''.getClass()}\" calls or looks into \"a value\". An expression may only read variables and compare them.");
    }

    @Test
    void reportsAConditionThatReachesAClassWithBrackets() {
        assertThat(shipped()
                        .changing(P, "${valuationOutstanding}", "${''['class']}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Flow_ValuationOutstandingYes: \"${''['class']}\" calls or looks into \"a value\". An expression may only read variables and compare them.");
    }

    @Test
    void reportsANameThatTheEngineWouldRun() {
        assertThat(shipped()
                        .changing(P, "name=\"Decide credit\"", "name=\"${execution.id}\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_DecideCredit: \"${execution.id}\" calls or looks into \"execution\". An expression may only read variables and compare them.");
    }

    @Test
    void reportsAnUnknownGroupInWho() {
        assertThat(shipped()
                        .changing(P, "value=\"broker,client,bd,admin\"", "value=\"broker,sales\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Event_ApplicationWithdrawn: \"Application withdrawn\" names the group \"sales\" in \"who\", which does not exist. Known are accounts, admin, analyst, bd, broker, client, credit.");
    }

    @Test
    void reportsAnUnknownCandidateGroup() {
        assertThat(shipped()
                        .changing(P, "camunda:candidateGroups=\"accounts\"", "camunda:candidateGroups=\"account\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_ConfirmFunding: \"Confirm funding\" names the group \"account\" in \"candidate groups\", which does not exist. Known are accounts, admin, analyst, bd, broker, client, credit.");
    }

    @Test
    void reportsAnUnknownRole() {
        assertThat(shipped()
                        .changing(P, "value=\"broker,bdm\"", "value=\"broker,boss\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: \"Complete the inquiry\" names the role \"boss\" in \"roles\", which does not exist. Known are bdm, broker.");
    }

    @Test
    void reportsAnUnknownGate() {
        assertThat(shipped()
                        .changing(P, "applicationComplete", "applicationcomplete")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: \"Complete the inquiry\" names the gate \"applicationcomplete\" in \"gates\", which does not exist. Known are applicationComplete, approvalDocumentsReady, checklistDone, conditionsMet, documentsSigned, eligible, fourEyes, noValuationOutstanding, nothingOwed, supportingDocumentsThere, termsSufficient.");
    }

    @Test
    void reportsAnUnknownProperty() {
        assertThat(shipped()
                        .changing(P, "name=\"visibleTo\"", "name=\"visibleFor\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_Approved: \"Approved\" has the property \"visibleFor\", which means nothing. Known are editableBy, gates, needsReason, notifyGroups, open, roles, signingsContinueIn, stage, stageOrder, visibleTo, who.");
    }

    @Test
    void reportsAStageWithAWrongId() {
        assertThat(shipped()
                        .changing(P, "name=\"stage\" value=\"inquiry\"", "name=\"stage\" value=\"New Inquiry\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_Inquiry: \"Inquiry\" has \"New Inquiry\" as \"stage\". Enter small letters, digits and _, a letter first.");
    }

    @Test
    void reportsAnOpenThatIsNeitherTrueNorFalse() {
        assertThat(shipped()
                        .changing(P, "name=\"stageOrder\" value=\"60\"", "name=\"stageOrder\" value=\"last\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, EndEvent_Closed: \"Closed\" has \"last\" as \"stageOrder\". Enter a whole number.");
    }

    @Test
    void reportsAnUnknownForm() {
        assertThat(shipped()
                        .changing(P, "camunda:formRef=\"reviewValuation\"", "camunda:formRef=\"review\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_ReviewValuation: \"Review valuation\" asks for the form \"review\", which does not exist. Known are completeInquiry, confirmFunding, decideCredit, handleArrears, reviewValuation, settlementChecklist, signDocument, submitApplication.");
    }

    @Test
    void reportsAFormThatIsNotFromTheSameDeployment() {
        assertThat(shipped()
                        .changing(
                                P,
                                "camunda:formRef=\"completeInquiry\" camunda:formRefBinding=\"deployment\"",
                                "camunda:formRef=\"completeInquiry\" camunda:formRefBinding=\"latest\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: \"Complete the inquiry\" does not take its form from its own deployment, so a running application could get a newer form. Set the binding of the form to \"deployment\".");
    }

    @Test
    void reportsAFormOfAnotherKind() {
        assertThat(shipped()
                        .changing(
                                P,
                                "camunda:formRef=\"completeInquiry\" camunda:formRefBinding=\"deployment\"",
                                "camunda:formKey=\"embedded:app:x.html\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: \"camunda:formKey\" is not allowed in a model. Remove it.");
    }

    @Test
    void reportsATaskOutsideEveryStage() {
        assertThat(shipped()
                        .changing(P, "<camunda:property name=\"stage\" value=\"inquiry\" />", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: \"Complete the inquiry\" waits outside every stage, so nobody could say where the application stands. Draw it inside a stage, or make it one with the property \"stage\".");
    }

    @Test
    void reportsTwoStagesOfOneId() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<camunda:property name=\"stage\" value=\"declined\" />",
                                "<camunda:property name=\"stage\" value=\"withdrawn\" />")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_Withdrawn: \"Withdrawn\" is the stage \"withdrawn\", and so is \"Declined\". Give one of them another stage.");
    }

    @Test
    void reportsAStageInsideAStage() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<camunda:property name=\"gates\" value=\"applicationComplete\" />",
                                "<camunda:property name=\"stage\" value=\"completing\" />")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_CompleteInquiry: The stage \"Complete the inquiry\" lies inside the stage \"Inquiry\". Stages follow one another: take the property \"stage\" off one of them.");
    }

    @Test
    void reportsAStageWithoutAWayOut() {
        assertThat(shipped()
                        .changing(P, "<bpmn:outgoing>Flow_DeclinedReopened</bpmn:outgoing>", "")
                        .without(P, "<bpmn:sequenceFlow id=\"Flow_DeclinedReopened\".*?/>")
                        .without(P, "<bpmndi:BPMNEdge id=\"Flow_DeclinedReopened_di\".*?</bpmndi:BPMNEdge>")
                        .changing(P, "<bpmn:incoming>Flow_DeclinedReopened</bpmn:incoming>", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_Declined: The stage \"Declined\" has no way out. Draw a flow to where it leads, or make it an end event.");
    }

    @Test
    void reportsAFlowForADecisionThatTheFormDoesNotOffer() {
        assertThat(shipped()
                        .changing(P, "decision == 'approve'", "decision == 'aprove'")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Gateway_Decision: The gateway \"Decision?\" has a flow for the decision \"aprove\", which the form of \"Decide credit\" does not offer. It offers approve, decline, return.",
                        "processes/loanOrigination.bpmn, Gateway_Decision: The gateway \"Decision?\" leaves 2 decisions of the form of \"Decide credit\" to the default flow (approve, return). Give all but one a flow with a condition like ${decision == 'approve'}; the default flow is for the last one.");
    }

    @Test
    void reportsADecisionOfTheFormWithoutAFlow() {
        assertThat(shipped()
                        .changing("decideCredit.form", "\"value\": \"decline\"", "\"value\": \"refuse\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Gateway_Decision: The gateway \"Decision?\" has a flow for the decision \"decline\", which the form of \"Decide credit\" does not offer. It offers approve, refuse, return.",
                        "processes/loanOrigination.bpmn, Gateway_Decision: The gateway \"Decision?\" leaves 2 decisions of the form of \"Decide credit\" to the default flow (refuse, return). Give all but one a flow with a condition like ${decision == 'approve'}; the default flow is for the last one.");
    }

    @Test
    void reportsADecisionThatNoGatewayUses() {
        assertThat(shipped()
                        .changing(P, "${decision == 'approve'}", "${eligible}")
                        .changing(P, "${decision == 'decline'}", "${eligible}")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_DecideCredit: The form of \"Decide credit\" asks for a decision, but no gateway behind the task uses it. Add a gateway, or take the field \"decision\" out of the form.");
    }

    @Test
    void reportsAFormWhoseIdIsNotItsFile() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"id\": \"confirmFunding\"", "\"id\": \"confirm\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_ConfirmFunding: \"Confirm funding\" asks for the form \"confirmFunding\", which does not exist. Known are completeInquiry, confirm, decideCredit, handleArrears, reviewValuation, settlementChecklist, signDocument, submitApplication.",
                        "forms/confirmFunding.form, confirm: The id of the form is \"confirm\", but the file is called \"confirmFunding.form\". Name the file \"confirm.form\" or change the id.");
    }

    @Test
    void reportsAFormOfANewerTasklist() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"schemaVersion\": 16", "\"schemaVersion\": 17")
                        .findings())
                .containsExactlyInAnyOrder(
                        "forms/confirmFunding.form: The form was made for a newer Tasklist than ours. Set the execution platform to the engine's version.");
    }

    @Test
    void reportsTwoFieldsWithOneKey() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"key\": \"bdm\"", "\"key\": \"broker\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "forms/confirmFunding.form, Field_8: Two fields have the key \"broker\". Give one of them another key.");
    }

    @Test
    void reportsAKeyOfSeveralWords() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"key\": \"bdm\"", "\"key\": \"b.dm\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "forms/confirmFunding.form, Field_8: The key \"b.dm\" is not one word of letters, digits and _. Change it.");
    }

    @Test
    void reportsAFieldWithoutALabel() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"label\": \"Broker\"", "\"label\": \"\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "forms/confirmFunding.form, Field_7: The field \"broker\" has no label. Say what is to be entered.");
    }

    @Test
    void reportsAFieldThatTasklistCannotShow() {
        assertThat(shipped()
                        .changing("decideCredit.form", "\"type\": \"radio\"", "\"type\": \"taglist\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "forms/decideCredit.form, Field_32: A field of the type \"taglist\" cannot be used. Known are checkbox, datetime, group, number, radio, select, separator, spacer, text, textarea, textfield.");
    }

    @Test
    void reportsATableWhoseIdIsNotItsFile() {
        assertThat(shipped()
                        .changing("limitLoan.dmn", "\"limitLoan\"", "\"limit\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, limit: The id of the decision is \"limit\", but the file is called \"limitLoan.dmn\". Name the file \"limit.dmn\" or change the id.");
    }

    @Test
    void reportsATableWithoutTimeToLive() {
        assertThat(shipped()
                        .changing("limitLoan.dmn", " camunda:historyTimeToLive=\"3650\"", "")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, limitLoan: The table has no history time to live. Enter for how many days its history is kept, for example 3650.");
    }

    @Test
    void reportsATableWithoutADescription() {
        assertThat(shipped()
                        .without("limitLoan.dmn", "<description>What a loan may be.*?</description>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, limitLoan: The table has no description. Say in a sentence what it decides.");
    }

    @Test
    void reportsATableWithoutAName() {
        assertThat(shipped()
                        .changing(
                                "limitLoan.dmn",
                                "<decision id=\"limitLoan\" name=\"Limit loan\"",
                                "<decision id=\"limitLoan\" name=\"\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, limitLoan: The table has no name. Give it one that people understand.");
    }

    @Test
    void reportsATableWithoutAShape() {
        assertThat(shipped()
                        .without("limitLoan.dmn", "<dmndi:DMNDI>.*</dmndi:DMNDI>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, limitLoan: The table has no shape in the diagram. Draw it in Camunda Modeler.");
    }

    @Test
    void reportsAColumnWithoutAHeading() {
        assertThat(shipped()
                        .changing("limitLoan.dmn", "label=\"Product\"", "label=\"\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, Input_product: A column of the table has no heading. Say what is in it.");
    }

    @Test
    void reportsACellInAScriptLanguage() {
        assertThat(shipped()
                        .changing(
                                "limitLoan.dmn",
                                "<inputExpression id",
                                "<inputExpression expressionLanguage=\"groovy\" id")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn, InputExpression_product: A cell is written in \"groovy\". Tables are written in FEEL; choose it as the language.");
    }

    @Test
    void reportsTwoFilesOfOneName() {
        assertThat(shipped()
                        .adding(
                                "processes/old/notes.dmn",
                                shipped().text("limitLoan.dmn").replace("\"limitLoan\"", "\"notes\""))
                        .adding(
                                "processes/notes.dmn",
                                shipped().text("limitLoan.dmn").replace("\"limitLoan\"", "\"notes\""))
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/notes.dmn: There is another file of this name, processes/old/notes.dmn; only one of them would be deployed. Give one of them another name.");
    }

    @Test
    void reportsAFileOfAnotherKind() {
        assertThat(shipped().adding("processes/notes.txt", "").findings())
                .containsExactlyInAnyOrder(
                        "processes/notes.txt: Only .bpmn, .dmn and .form files belong here. Remove the file.");
    }

    @Test
    void reportsAFileWithTwoDecisions() {
        assertThat(shipped()
                        .changing(
                                "limitLoan.dmn",
                                "<dmndi:DMNDI>",
                                "<decision id=\"other\" name=\"Other\" /><dmndi:DMNDI>")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/limitLoan.dmn: The file holds 2 decisions. Keep one decision in each file.");
    }

    @Test
    void reportsAFileWithTwoProcesses() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:message id=\"Message_FiguresChanged\"",
                                "<bpmn:process id=\"other\" /><bpmn:message id=\"Message_FiguresChanged\"")
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn: The file holds 2 processes. Keep one process in each file.");
    }

    @Test
    void reportsARuleTaskWithAnUnknownTable() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:serviceTask id=\"Activity_RecordApproval\" name=\"Record approval\" camunda:modelerTemplate=\"io.loanflow.RecordApproval\" camunda:delegateExpression=\"${recordApproval}\">",
                                "<bpmn:businessRuleTask id=\"Activity_RecordApproval\" name=\"Record approval\" camunda:decisionRef=\"limit\">")
                        .editing(
                                P,
                                text -> text.replaceFirst(
                                        "(?s)(<bpmn:businessRuleTask.*?)</bpmn:serviceTask>",
                                        "$1</bpmn:businessRuleTask>"))
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" asks the table \"limit\", which does not exist. Known are assessEligibility, calculateFunding, chargeFees, chooseSigners, limitLoan, prepareSettlement, requireApprovalDocuments, requireCompleteness, requireSupportingDocuments, setApprovalExpiry, setCollectionTimes, setSigningTimes.");
    }

    @Test
    void reportsACallOfAnUnknownProcess() {
        assertThat(shipped()
                        .changing(
                                P,
                                "<bpmn:serviceTask id=\"Activity_RecordApproval\" name=\"Record approval\" camunda:modelerTemplate=\"io.loanflow.RecordApproval\" camunda:delegateExpression=\"${recordApproval}\">",
                                "<bpmn:callActivity id=\"Activity_RecordApproval\" name=\"Record approval\" calledElement=\"other\">")
                        .editing(
                                P,
                                text -> text.replaceFirst(
                                        "(?s)(<bpmn:callActivity.*?)</bpmn:serviceTask>", "$1</bpmn:callActivity>"))
                        .findings())
                .containsExactlyInAnyOrder(
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" calls the process \"other\", which does not exist. Known are documentSigning, instalmentCollection, loanOrigination, loanServicing, mailDelivery.",
                        "processes/loanOrigination.bpmn, Activity_RecordApproval: \"Record approval\" waits outside every stage, so nobody could say where the application stands. Draw it inside a stage, or make it one with the property \"stage\".");
    }

    @Test
    void reportsAModelThatBreaksTheSchema() {
        assertThat(shipped()
                        .changing(P, "<bpmn:message id=\"Message_FiguresChanged\"", "<bpmn:massage id=\"x\"")
                        .findings())
                .singleElement()
                .asString()
                .startsWith("processes/loanOrigination.bpmn: The process cannot be read: Line ")
                .contains("massage")
                .endsWith("Open it in Camunda Modeler and save it again.");
    }

    @Test
    void reportsAFormThatIsNotJson() {
        assertThat(shipped()
                        .changing("confirmFunding.form", "\"schemaVersion\"", "schemaVersion")
                        .findings())
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("forms/confirmFunding.form: The form cannot be read: Unexpected character")
                        .endsWith("Open it in Camunda Modeler and save it again."));
    }

    @Test
    void allowsATaskWithoutAForm() {
        assertThat(shipped()
                        .changing(P, "camunda:formRef=\"completeInquiry\" camunda:formRefBinding=\"deployment\"", "")
                        .findings())
                .isEmpty();
    }
}
