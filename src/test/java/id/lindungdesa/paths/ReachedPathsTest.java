package id.lindungdesa.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** That the check of the paths bites. */
class ReachedPathsTest {

    private final BpmnModelInstance model = Bpmn.createExecutableProcess("sample").startEvent("StartEvent_Begun")
            .sequenceFlowId("Flow_Begun").userTask("UserTask_Look").sequenceFlowId("Flow_Looked").endEvent("EndEvent_Seen").done();

    @Test
    void nodes_and_flows_that_no_test_reached_are_named() {
        ReachedPaths paths = ReachedPaths.of(model, List.of("sample StartEvent_Begun", "sample Flow_Begun",
                "sample UserTask_Look", "other EndEvent_Seen"));

        assertThat(paths.missing()).containsExactly("EndEvent_Seen", "Flow_Looked");
        assertThat(paths).hasToString("sample: 3 of 5 nodes and flows reached");
    }

    @Test
    void the_flow_to_an_event_counts_when_the_event_happened() {
        BpmnModelInstance waiting = Bpmn.createExecutableProcess("waiting").startEvent("StartEvent_Begun").sequenceFlowId("Flow_Begun")
                .eventBasedGateway().id("Gateway_First").sequenceFlowId("Flow_ToPaid").intermediateCatchEvent("Event_Paid").message("Paid")
                .moveToNode("Gateway_First").sequenceFlowId("Flow_ToLate").intermediateCatchEvent("Event_Late").message("Late").done();

        ReachedPaths paths = ReachedPaths.of(waiting, List.of("waiting StartEvent_Begun", "waiting Flow_Begun", "waiting Gateway_First",
                "waiting Event_Paid"));

        assertThat(paths.missing()).containsExactly("Event_Late", "Flow_ToLate");
    }
}
