package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

/** The rules for models, forms and decisions seen to fail: a good small set passes, each deliberate fault is caught. */
class ModelRulesTest {

    @Component("sampleTasks")
    public static class SampleTasks {
        public String districtGroup(String sampleId) {
            return "camat-15.04.03";
        }

        public Date remindAt(String sampleId) {
            return new Date(0);
        }

        public void recordRecommendation(String sampleId, Boolean approved, String note) {}

        public void remind(String sampleId) {}

        public boolean openNextVillages(String sampleId) {
            return true;
        }

        public void voidResult(String sampleId) {}

        public void twice(String sampleId) {}

        public void twice(String sampleId, String note) {}

        public void takesText(String sampleId, String approved, String note) {}

        public void otherName(String sampleId, Boolean approved, String remark) {}
    }

    @Component("hiddenTasks")
    static class HiddenTasks {
        public void remind(String sampleId) {}
    }

    private static final String BULK = "<camunda:property name=\"bulk\" value=\"true\" />";

    private static final TaskBeans BEANS = new TaskBeans(Map.of("sampleTasks", SampleTasks.class, "hiddenTasks", HiddenTasks.class));

    private static final String MODEL = withDrawing("""
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Sample" targetNamespace="http://lindungdesa.id/processes">
              <bpmn:message id="Message_FundsForwarded" name="FundsForwarded" />
              <bpmn:process id="sample" name="Contoh" isExecutable="true" camunda:historyTimeToLive="P1825D">
                <bpmn:extensionElements>
                  <camunda:properties>
                    <camunda:property name="case" value="sampleId" />
                    <camunda:property name="startable" value="operator" />
                  </camunda:properties>
                </bpmn:extensionElements>
                <bpmn:startEvent id="StartEvent_RequestSigned" name="Permohonan masuk" />
                <bpmn:userTask id="UserTask_RecommendRequest" name="Rekomendasi Camat" camunda:formKey="embedded:deployment:forms/recommend-request.html" camunda:candidateGroups="${sampleTasks.districtGroup(sampleId)}">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="fields" value="approved:Boolean, note:String" />
                      <camunda:property name="legalBasis" value="Pergub 16/2022 pasal 10" />
                      <camunda:property name="deadline" value="3 REGENCY" />
                      <camunda:property name="role" value="camat" />
                    </camunda:properties>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:serviceTask id="ServiceTask_RecordRecommendation" name="Catat rekomendasi" camunda:expression="${sampleTasks.recordRecommendation(sampleId, approved, note)}" />
                <bpmn:exclusiveGateway id="Gateway_Recommended" name="Direkomendasikan?" />
                <bpmn:serviceTask id="ServiceTask_OpenNextVillages" name="Buka desa berikutnya" camunda:expression="${sampleTasks.openNextVillages(sampleId)}" camunda:resultVariable="allOpened" camunda:asyncBefore="true" />
                <bpmn:exclusiveGateway id="Gateway_AllOpened" name="Semua dibuka?" />
                <bpmn:intermediateCatchEvent id="Event_FundsForwarded" name="Dana diteruskan">
                  <bpmn:messageEventDefinition id="MessageEventDefinition_FundsForwarded" messageRef="Message_FundsForwarded" />
                </bpmn:intermediateCatchEvent>
                <bpmn:endEvent id="EndEvent_FundsForwarded" name="Selesai" />
                <bpmn:boundaryEvent id="Event_ReminderDue" name="Terlambat" cancelActivity="false" attachedToRef="UserTask_RecommendRequest">
                  <bpmn:timerEventDefinition id="TimerEventDefinition_ReminderDue">
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${sampleTasks.remindAt(sampleId)}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="ServiceTask_Remind" name="Ingatkan" camunda:expression="${sampleTasks.remind(sampleId)}" />
                <bpmn:endEvent id="EndEvent_Reminded" name="Diingatkan" />
                <bpmn:sequenceFlow id="Flow_ToRecommend" sourceRef="StartEvent_RequestSigned" targetRef="UserTask_RecommendRequest" />
                <bpmn:sequenceFlow id="Flow_ToRecord" sourceRef="UserTask_RecommendRequest" targetRef="ServiceTask_RecordRecommendation" />
                <bpmn:sequenceFlow id="Flow_ToRecommended" sourceRef="ServiceTask_RecordRecommendation" targetRef="Gateway_Recommended" />
                <bpmn:sequenceFlow id="Flow_Recommended" name="Ya" sourceRef="Gateway_Recommended" targetRef="ServiceTask_OpenNextVillages">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approved}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_NotRecommended" name="Tidak" sourceRef="Gateway_Recommended" targetRef="UserTask_RecommendRequest">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${!approved}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_ToAllOpened" sourceRef="ServiceTask_OpenNextVillages" targetRef="Gateway_AllOpened" />
                <bpmn:sequenceFlow id="Flow_AllOpened" name="Ya" sourceRef="Gateway_AllOpened" targetRef="Event_FundsForwarded">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${allOpened}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_MoreVillages" name="Masih ada" sourceRef="Gateway_AllOpened" targetRef="ServiceTask_OpenNextVillages">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${!allOpened}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_ToForwarded" sourceRef="Event_FundsForwarded" targetRef="EndEvent_FundsForwarded" />
                <bpmn:sequenceFlow id="Flow_ToRemind" sourceRef="Event_ReminderDue" targetRef="ServiceTask_Remind" />
                <bpmn:sequenceFlow id="Flow_ToReminded" sourceRef="ServiceTask_Remind" targetRef="EndEvent_Reminded" />
              </bpmn:process>
            </bpmn:definitions>
            """);

    private static final String FORM = """
            <form role="form" name="recommendRequest" class="ld-form">
              <div class="ld-sheet"></div>
              <fieldset>
                <legend>Keputusan</legend>
                <label for="approved">Keputusan</label>
                <select id="approved" class="form-control" cam-variable-name="approved" cam-variable-type="Boolean" required>
                  <option value="true">Rekomendasikan</option><option value="false">Kembalikan ke desa</option>
                </select>
                <label for="note">Catatan</label>
                <textarea id="note" cam-variable-name="note" cam-variable-type="String" data-required-when="approved=false"></textarea>
                <p class="ld-next">Setelah Anda menekan Selesai, berkas diteruskan.</p>
              </fieldset>
              <script cam-script type="text/form-script">window.LindungDesa.form(camForm, $scope);</script>
            </form>
            """;

    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Benefit" name="Santunan" namespace="http://lindungdesa.id/decisions">
              <decision id="sample-benefit" name="Santunan" camunda:historyTimeToLive="P1825D">
                <decisionTable id="DecisionTable_Benefit" hitPolicy="UNIQUE">
                  <input id="Input_EventDate" label="Tanggal"><inputExpression id="InputExpression_EventDate" typeRef="date"><text>eventDate</text></inputExpression></input>
                  <output id="Output_Rupiah" label="Rupiah" name="rupiah" typeRef="long" />
                  <output id="Output_LegalBasis" label="Dasar" name="legalBasis" typeRef="string" />
                  <rule id="Rule_Full">
                    <inputEntry id="InputEntry_Full"><text>&gt;= date("2019-12-02")</text></inputEntry>
                    <outputEntry id="OutputEntry_Full"><text>42000000</text></outputEntry>
                    <outputEntry id="OutputEntry_FullBasis"><text>"PP 82/2019 pasal 34"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void a_good_model_form_and_decision_pass() {
        assertThat(modelFaults("sample.bpmn", MODEL, FORM)).isEmpty();
        assertThat(formFaults(FORM)).isEmpty();
        assertThat(decisionFaults(DECISION)).isEmpty();
        assertThat(ProcessModelTest.unusedForms(files(MODEL, FORM))).isEmpty();
    }

    static Stream<Arguments> faultyModels() {
        return Stream.of(
                fault("isExecutable=\"true\"", "isExecutable=\"false\"", "not executable"),
                fault(" camunda:historyTimeToLive=\"P1825D\"", "", "historyTimeToLive"),
                fault("name=\"case\" value=\"sampleId\"", "name=\"case\" value=\"otherId\"", "names its case 'otherId'"),
                fault("name=\"case\"", "name=\"perkara\"", "startable and has no property case"),
                fault("value=\"operator\"", "value=\"petani\"", "role 'petani' is unknown"),
                fault("<bpmn:startEvent id=\"StartEvent_RequestSigned\"", "<bpmn:startEvent id=\"StartEvent_RequestSigned\" camunda:formKey=\"embedded:deployment:forms/recommend-request.html\"", "StartEvent_RequestSigned: recommend-request.html sends 'note'"),
                fault("process id=\"sample\"", "process id=\"Sample_1\"", "kebab-case"),
                fault("ServiceTask_Remind\"", "Activity_0x1f\"", "is not ServiceTask_"),
                fault("Flow_ToReminded", "Flow_0abc1de", "is not Flow_"),
                fault("camunda:expression=\"${sampleTasks.remind(sampleId)}\"", "camunda:class=\"a.B\"", "camunda:class"),
                fault("camunda:expression=\"${sampleTasks.remind(sampleId)}\"", "camunda:delegateExpression=\"${sampleTasks}\"", "camunda:delegateExpression"),
                fault("camunda:expression=\"${sampleTasks.remind(sampleId)}\"", "camunda:type=\"external\" camunda:topic=\"x\"", "camunda:type"),
                fault("<camunda:properties>", "<camunda:taskListener event=\"create\" expression=\"${sampleTasks.remind(sampleId)}\" /><camunda:properties>", "taskListener"),
                fault("${allOpened}", "${allOpened and approved}", "neither a call"),
                fault("${sampleTasks.remind(sampleId)}", "${execution.setVariable('a', 1)}", "neither a call"),
                fault("${sampleTasks.districtGroup(sampleId)}", "camat", "neither a call"),
                fault("${sampleTasks.remindAt(sampleId)}", "P3D", "neither a call"),
                fault("sampleTasks.remind(", "absentTasks.remind(", "is the bean absentTasks"),
                fault("sampleTasks.remind(", "hiddenTasks.remind(", "is not public"),
                fault("sampleTasks.remind(", "sampleTasks.forget(", "has 0 public methods forget"),
                fault("sampleTasks.remind(", "sampleTasks.twice(", "has 2 public methods twice"),
                fault("remind(sampleId)", "remind(sampleId, note)", "takes 1 parameters"),
                fault("remind(sampleId)", "remind(sampleId, note)", "needs 'note', which is not there"),
                fault("recordRecommendation(sampleId, approved, note)", "takesText(sampleId, approved, note)", "takes approved as String"),
                fault("recordRecommendation(sampleId, approved, note)", "otherName(sampleId, approved, note)", "takes remark where"),
                fault("remind(sampleId)", "remind(otherId)", "does not begin with sampleId"),
                fault("openNextVillages(sampleId)", "voidResult(sampleId)", "returns void"),
                fault("${sampleTasks.districtGroup(sampleId)}", "${sampleTasks.remindAt(sampleId)}", "does not do for candidateGroups"),
                fault("${sampleTasks.remindAt(sampleId)}", "${sampleTasks.remind(sampleId)}", "does not do for timeDate"),
                fault("${!allOpened}", "${!opened}", "'opened' is set by nothing before"),
                fault("${!approved}", "${approved}", "the condition of another flow"),
                fault("${!approved}", "${allOpened}", "may find no way out"),
                fault("camunda:resultVariable=\"allOpened\"", "camunda:resultVariable=\"opened\"", "which no gateway reads"),
                fault("note:String\"", "note:String, reason:String\"", "the recording step does not take"),
                fault(" camunda:candidateGroups=\"${sampleTasks.districtGroup(sampleId)}\"", "", "no camunda:candidateGroups"),
                fault("name=\"legalBasis\"", "name=\"law\"", "no property legalBasis"),
                fault("name=\"fields\"", "name=\"variables\"", "no property fields"),
                fault("3 REGENCY", "P3D", "deadline is neither"),
                fault("3 REGENCY", "case", "deadline is neither"),
                fault("value=\"camat\"", "value=\"bupati\"", "role 'bupati' is unknown"),
                fault("note:String", "note:Text", "is not name:Type"),
                fault("targetRef=\"ServiceTask_RecordRecommendation\"", "targetRef=\"Gateway_Recommended\"", "is not followed by the service task"),
                fault("approved, note)}\"", "approved, note)}\" camunda:asyncBefore=\"true\"", "has a save point before"),
                fault("targetRef=\"EndEvent_Reminded\"", "targetRef=\"ServiceTask_RecordRecommendation\"", "reached from elsewhere"),
                fault(" camunda:asyncBefore=\"true\"", "", "runs in a circle"),
                fault("forms/recommend-request.html", "forms/absent-request.html", "does not exist"),
                fault("embedded:deployment:forms/", "embedded:app:forms/", "camunda:formKey is not"),
                fault("approved:Boolean", "approved:String", "declared is String"),
                fault("approved:Boolean, note:String", "approved:Boolean", "sends 'note', which is not declared"),
                fault("note:String", "note:String, reason:String", "does not ask for 'reason'"),
                fault("<camunda:property name=\"role\" value=\"camat\" />", BULK.replace("true", "yes"), "property bulk that is not true"),
                fault("note:String\" />", "note:String, reason:String\" />" + BULK, "asks for more than approved and note"),
                fault("name=\"FundsForwarded\"", "name=\"funds-forwarded\"", "is not Message_ and its name"),
                fault("FundsForwarded\" name=\"FundsForwarded\"", "FundsLost\" name=\"FundsLost\"", "does not occur in Java"),
                fault("name=\"Rekomendasi Camat\"", "name=\" \"", "has no label"),
                fault("name=\"Rekomendasi Camat\"", "name=\"Approve request\"", "label in English"),
                fault("name=\"Masih ada\" ", "", "without an answer"),
                fault("bpmnElement=\"ServiceTask_Remind\"", "bpmnElement=\"ServiceTask_RecordRecommendation\"", "is not drawn"),
                fault("bpmnElement=\"Flow_ToRemind\"", "bpmnElement=\"Flow_ToReminded\"", "is not drawn"),
                fault("<dc:Bounds x=\"400\"", "<dc:Bounds x=\"300\"", "lies on"));
    }

    @ParameterizedTest(name = "{2}: {0} → {1}")
    @MethodSource("faultyModels")
    void a_faulty_model_is_caught(String good, String bad, String what) {
        String model = replaced(MODEL, good, bad);

        assertThat(modelFaults("sample.bpmn", model, FORM)).anyMatch(fault -> fault.contains(what));
    }

    @Test
    void a_model_in_a_file_of_another_name_is_caught() {
        assertThat(modelFaults("other.bpmn", MODEL, FORM)).anyMatch(fault -> fault.contains("file of another name"));
    }

    @Test
    void a_script_and_a_call_of_many_are_caught() {
        String script = MODEL.replace("<bpmn:serviceTask id=\"ServiceTask_Remind\" name=\"Ingatkan\" camunda:expression=\"${sampleTasks.remind(sampleId)}\" />",
                "<bpmn:scriptTask id=\"ServiceTask_Remind\" name=\"Ingatkan\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>");
        String many = MODEL.replace("<bpmn:serviceTask id=\"ServiceTask_Remind\" name=\"Ingatkan\" camunda:expression=\"${sampleTasks.remind(sampleId)}\" />",
                "<bpmn:callActivity id=\"ServiceTask_Remind\" name=\"Ingatkan\" calledElement=\"sample\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"villages\" /></bpmn:callActivity>");

        assertThat(modelFaults("sample.bpmn", script, FORM)).anyMatch(fault -> fault.contains("holds a scriptTask"));
        assertThat(modelFaults("sample.bpmn", many, FORM)).anyMatch(fault -> fault.contains("calls many at once"))
                .anyMatch(fault -> fault.contains("calls no process of this deployment"));
    }

    @Test
    void a_step_decided_in_bulk_whose_form_records_something_first_is_caught() {
        String bulk = replaced(MODEL, "note:String\" />", "note:String\" />" + BULK);

        assertThat(modelFaults("sample.bpmn", bulk, FORM)).isEmpty();
        assertThat(modelFaults("sample.bpmn", bulk, FORM.replace("<fieldset>", "<div class=\"ld-post\" data-url=\"/api/samples\"></div><fieldset>")))
                .anyMatch(fault -> fault.contains("its form has an ld-post"));
    }

    @Test
    void a_form_without_a_model_is_caught() {
        assertThat(ProcessModelTest.unusedForms(files(MODEL.replace("recommend-request.html", "sign-request.html"), FORM)))
                .containsExactly("recommend-request.html");
    }

    static Stream<Arguments> faultyForms() {
        return Stream.of(
                fault("name=\"recommendRequest\"", "name=\"form\"", "name is not recommendRequest"),
                fault("class=\"ld-form\"", "", "is not one <form"),
                fault("window.LindungDesa.form(camForm, $scope);", "", "cam-script"),
                fault("<label for=\"note\">Catatan</label>", "", "has no <label for>"),
                fault("id=\"note\"", "id=\"approved\"", "stands twice"),
                fault("<legend>Keputusan</legend>", "", "has no <legend>"),
                fault("ld-next", "next", "what happens next"),
                fault("Catatan", "Please say why", "words in English"),
                fault("cam-variable-type=\"String\"", "cam-variable-type=\"Text\"", "cam-variable-type"),
                fault("<option value=\"false\">", "<option value=\"no\">", "is Boolean but offers"),
                fault("data-required-when=\"approved=false\"", "data-required-when=\"agreed=false\"", "unknown field"),
                fault("<div class=\"ld-sheet\"></div>", "<div class=\"ld-upload\" data-variable=\"documentIds\" data-kinds=\"RAB:Rencana\" data-required=\"SURAT\"></div>", "does not offer: SURAT"),
                fault("<div class=\"ld-sheet\"></div>", "<div class=\"ld-post\" data-url=\"/elsewhere\"></div>", "somewhere else than /api"),
                fault("<div class=\"ld-sheet\"></div>", "<div class=\"ld-list\" data-list=\"heirs\" data-name=\"Ahli waris\"></div>", "needs a data-name, and inputs of its data-list"),
                fault("id=\"note\"", "id=\"note\" data-json=\"heirs[].name\"", "is in no ld-list of its name"),
                fault("<fieldset>", "<fieldset onclick=\"x()\">", "inline handler"),
                fault("<div class=\"ld-sheet\"></div>", "<img src=\"https://example.org/x.png\">", "leads outside"),
                fault("window.LindungDesa", "alert(1); window.LindungDesa", "uses alert("));
    }

    @ParameterizedTest(name = "{2}: {0} → {1}")
    @MethodSource("faultyForms")
    void a_faulty_form_is_caught(String good, String bad, String what) {
        assertThat(formFaults(replaced(FORM, good, bad))).anyMatch(fault -> fault.contains(what));
    }

    @Test
    void a_form_that_shows_no_case_is_caught() {
        assertThat(modelFaults("sample.bpmn", MODEL, FORM.replace("ld-sheet", "sheet"))).anyMatch(fault -> fault.contains("ld-sheet is missing"));
    }

    static Stream<Arguments> faultyDecisions() {
        return Stream.of(
                fault("decision id=\"sample-benefit\"", "decision id=\"benefit\"", "no decision of that id"),
                fault(" camunda:historyTimeToLive=\"P1825D\"", "", "historyTimeToLive"),
                fault(" hitPolicy=\"UNIQUE\"", "", "hit policy"),
                fault("typeRef=\"long\"", "typeRef=\"double\"", "type double"),
                fault(" label=\"Rupiah\"", "", "has no label"),
                fault("typeRef=\"date\"", "typeRef=\"string\"", "no input is a date"),
                fault("name=\"legalBasis\"", "name=\"basis\"", "no output legalBasis"),
                fault("\"PP 82/2019 pasal 34\"", "\"\"", "names no legal basis"));
    }

    @ParameterizedTest(name = "{2}: {0} → {1}")
    @MethodSource("faultyDecisions")
    void a_faulty_decision_is_caught(String good, String bad, String what) {
        assertThat(decisionFaults(replaced(DECISION, good, bad))).anyMatch(fault -> fault.contains(what));
    }

    private static Arguments fault(String good, String bad, String what) {
        return Arguments.of(good, bad, what);
    }

    private static String replaced(String text, String good, String bad) {
        assertThat(text).as("the good text").contains(good);
        return text.replace(good, bad);
    }

    private static List<String> modelFaults(String file, String xml, String form) {
        List<String> faults = new ArrayList<>();
        try {
            ProcessModel model = new ProcessModel(file, xml);
            ModelRules.all().forEach((sentence, rule) -> rule.faults(model, files(xml, form), BEANS)
                    .forEach(fault -> faults.add(fault.toString())));
        } catch (ModelParseException e) {
            throw new AssertionError("the faulty text is no BPMN at all", e);
        }
        return faults;
    }

    private static List<String> formFaults(String html) {
        List<String> faults = new ArrayList<>();
        FormRules.all().values().forEach(rule -> faults.addAll(rule.faults("recommend-request.html", new FormPage(html))));
        return faults;
    }

    private static List<String> decisionFaults(String xml) {
        List<String> faults = new ArrayList<>();
        ModelFiles files = new ModelFiles(Map.of(), Map.of("sample-benefit.dmn", xml), Map.of(), files(MODEL, FORM).sources());
        DecisionRules.all().values().forEach(rule -> rule.faults("sample-benefit.dmn", DecisionRules.read(xml), files)
                .forEach(fault -> faults.add(fault.toString())));
        return faults;
    }

    private static ModelFiles files(String model, String form) {
        return new ModelFiles(Map.of("sample.bpmn", model), Map.of(), Map.of("recommend-request.html", form),
                Map.of("Sample.java", "correlate(\"FundsForwarded\"); decide(\"sample-benefit\");"));
    }

    /** Draws each element beside the one before. */
    private static String withDrawing(String xml) {
        StringBuilder shapes = new StringBuilder();
        int x = 0;
        Matcher element = Pattern.compile("<bpmn:(\\w+) id=\"((?:UserTask|ServiceTask|Gateway|StartEvent|EndEvent|Event|Flow)_\\w+)\"").matcher(xml);
        while (element.find()) {
            shapes.append(element.group(2).startsWith("Flow_")
                    ? "<bpmndi:BPMNEdge id=\"Drawn%d\" bpmnElement=\"%s\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"0\" /></bpmndi:BPMNEdge>%n".formatted(x, element.group(2))
                    : "<bpmndi:BPMNShape id=\"Drawn%d\" bpmnElement=\"%s\"><dc:Bounds x=\"%d\" y=\"0\" width=\"80\" height=\"80\" /></bpmndi:BPMNShape>%n".formatted(x, element.group(2), x));
            x += 100;
        }
        return xml.replace("</bpmn:definitions>", "<bpmndi:BPMNDiagram id=\"Diagram\"><bpmndi:BPMNPlane id=\"Plane\" bpmnElement=\"sample\">%n%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>%n</bpmn:definitions>".formatted(shapes));
    }
}
