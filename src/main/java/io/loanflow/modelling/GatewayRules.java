package io.loanflow.modelling;

import static io.loanflow.modelling.CheckedProcess.called;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** A gateway asks a question, its flows are the answers, and one of them is taken when no other fits. */
final class GatewayRules implements ProcessRule {

    @Override
    public void check(CheckedProcess process, CheckedModels models, Findings findings) {
        process.nodes().stream().filter(GatewayRules::asks).forEach(gateway -> check(process, gateway, findings));
        new DecisionRules(process, models, findings).check();
    }

    /** Does the element choose between several ways? */
    static boolean asks(FlowNode node) {
        return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                && node.getOutgoing().size() > 1;
    }

    static @Nullable SequenceFlow defaultOf(FlowNode node) {
        if (node instanceof ExclusiveGateway gateway) {
            return gateway.getDefault();
        }
        return node instanceof InclusiveGateway gateway ? gateway.getDefault() : null;
    }

    private static void check(CheckedProcess process, FlowNode gateway, Findings findings) {
        var usual = defaultOf(gateway);
        if (usual == null) {
            findings.add(
                    process.file(),
                    gateway.getId(),
                    "The gateway " + called(gateway) + " has no default flow, so an application can get stuck there. "
                            + "Choose the flow that is taken when no condition fits and make it the default flow.");
        }
        for (var flow : gateway.getOutgoing()) {
            if (flow.getName() == null || flow.getName().isBlank()) {
                findings.add(
                        process.file(),
                        flow.getId(),
                        "A flow out of the gateway " + called(gateway) + " has no name. Name it with its answer.");
            }
            if (flow.equals(usual) && flow.getConditionExpression() != null) {
                findings.add(
                        process.file(),
                        flow.getId(),
                        "The flow " + called(flow) + " is the default flow and has a condition, which is never asked. "
                                + "Remove the condition.");
            }
            if (!flow.equals(usual) && usual != null && flow.getConditionExpression() == null) {
                findings.add(
                        process.file(),
                        flow.getId(),
                        "The flow " + called(flow) + " out of the gateway " + called(gateway)
                                + " has no condition. Say when it is taken.");
            }
        }
    }
}
