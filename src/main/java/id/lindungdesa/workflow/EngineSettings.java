package id.lindungdesa.workflow;

import id.lindungdesa.identity.LoginThrottle;
import id.lindungdesa.operation.LogContext;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How our engine differs from a stock one. Waits for the migrations, since the engine's tables are one of them. */
@Component
@Order(0)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final ObjectProvider<CaseSheets> sheets;
    private final TaskDates dates;
    private final ObjectProvider<LoginThrottle> throttle;
    private final boolean demo;

    EngineSettings(ApplicationContext context, FlywayMigrationInitializer migrated, ObjectProvider<CaseSheets> sheets,
            TaskDates dates, ObjectProvider<LoginThrottle> throttle, @Value("${lindungdesa.demo:false}") boolean demo) {
        this.throttle = throttle;
        this.demo = demo;
        this.context = context;
        this.sheets = sheets;
        this.dates = dates;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new TaskExpressions(context, new TaskBeans(context)));
        engine.setCustomHistoryLevels(List.of(new FactsStayOut()));
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        cleanHistory(engine);
        engine.setIdentityProviderSessionFactory(new InsteadOf(WritableIdentityProvider.class, () -> new Logins(throttle.getObject())));
        engine.setPasswordPolicy(new ChosenPasswords(demo));
        engine.setLoggingContextBusinessKey(LogContext.CASE);
        engine.setLoggingContextActivityId(LogContext.ELEMENT);
        engine.setLoggingContextProcessDefinitionKey(LogContext.PROCESS);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
        engine.setResourceAuthorizationProvider(new CandidatesOnly());
        engine.setCustomSessionFactories(appended(appended(engine.getCustomSessionFactories(),
                new InsteadOf(AuthorizationManager.class, GroupsAsGiven::new)), new InsteadOf(FilterManager.class, StoredFilters::new)));
        engine.setCustomPreBPMNParseListeners(
                appended(engine.getCustomPreBPMNParseListeners(), new CaseListeners(sheets, dates)));
        engine.setCustomIncidentHandlers(
                appended(engine.getCustomIncidentHandlers(), new CaseIncidents(sheets)));
        CommandInterceptor guard = new DoorGuard(engine);
        engine.setCustomPreCommandInterceptorsTxRequired(
                appended(engine.getCustomPreCommandInterceptorsTxRequired(), guard));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                appended(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new DoorGuard(engine)));
    }

    /**
     * The engine's own history of a case goes when the model's time to live after its end is over, at night, by one job
     * that one node runs; what our tables and the books tell of the case stays.
     */
    private void cleanHistory(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        engine.setHistoryCleanupStrategy("removalTimeBased");
        engine.setHistoryCleanupBatchWindowStartTime(context.getEnvironment().getRequiredProperty("lindungdesa.history-cleanup.from"));
        engine.setHistoryCleanupBatchWindowEndTime(context.getEnvironment().getRequiredProperty("lindungdesa.history-cleanup.until"));
        engine.setHistoryCleanupDegreeOfParallelism(1);
        engine.setHistoryCleanupBatchSize(500);
    }

    private static <T> List<T> appended(List<T> list, T one) {
        List<T> result = list == null ? new ArrayList<>() : new ArrayList<>(list);
        result.add(one);
        return result;
    }
}
