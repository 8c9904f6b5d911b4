package id.lindungdesa.workflow;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What every case and every task gets without a line in its model: the case's id as business key, the case's title in the
 * task's name, its due date and the day to look at it. No business rule lives here.
 */
class CaseListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseSheets> sheets;
    private final TaskDates dates;

    CaseListeners(ObjectProvider<CaseSheets> sheets, TaskDates dates) {
        this.sheets = sheets;
        this.dates = dates;
    }

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::nameCase);
    }

    @Override
    public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, new NamedTask());
    }

    private void nameCase(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null || execution.getProcessBusinessKey().isBlank()) {
            TaskContract.of(execution.getBpmnModelInstance().getModelElementById(processKey(
                    execution.getProcessDefinitionId()))).property("case")
                    .ifPresent(name -> execution.setProcessBusinessKey((String) execution.getVariable(name)));
        }
    }

    /** One for each user task of a deployed model, so that its declaration is looked up in the model once. */
    private class NamedTask implements TaskListener {

        private volatile TaskContract contract;

        @Override
        public void notify(DelegateTask task) {
            if (contract == null) {
                contract = TaskContract.of(task.getBpmnModelElementInstance());
            }
            title(sheets, processKey(task.getProcessDefinitionId()), task.getExecution().getProcessBusinessKey())
                    .ifPresent(title -> task.setName(task.getName() + " · " + title));
            if (task.getDueDate() == null) {
                contract.property("deadline").filter(deadline -> !deadline.equals("case"))
                        .ifPresent(deadline -> task.setDueDate(dates.due(deadline)));
            }
            if (task.getDueDate() != null && task.getFollowUpDate() == null) {
                task.setFollowUpDate(dates.followUp(task.getDueDate()));
            }
        }
    }

    static String processKey(String processDefinitionId) {
        return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
    }

    /** The title of a case as its module tells it, or nothing where no module knows the process. */
    static java.util.Optional<String> title(ObjectProvider<CaseSheets> sheets, String processKey, String caseId) {
        return caseId == null ? java.util.Optional.empty()
                : sheets.stream().filter(all -> all.processes().contains(processKey)).findFirst()
                        .map(all -> all.titleOf(processKey, UUID.fromString(caseId)));
    }
}
