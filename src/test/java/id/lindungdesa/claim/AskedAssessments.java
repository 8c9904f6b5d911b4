package id.lindungdesa.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.benefit.Assessments;
import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The worked cases as questions in a row, for the benchmark: asked of the application, and of its tables without a memory. */
public final class AskedAssessments {

    private final List<AssessmentForm> forms = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Assessor assessor;
    private final ClaimClock clock;
    private final Assessor plain;
    private final ClaimClock plainClock;
    private int asked;

    public AskedAssessments(ApplicationContext context) throws Exception {
        ObjectMapper json = context.getBean(ObjectMapper.class);
        for (WorkedCases.Case one : context.getBean(WorkedCases.class).all()) {
            forms.add(json.treeToValue(one.request(), AssessmentForm.class));
            bodies.add(one.request().toString());
        }
        assessor = context.getBean(Assessor.class);
        clock = context.getBean(ClaimClock.class);
        RulesAsTheyLie tables = new RulesAsTheyLie();
        plain = new Assessor(tables.ruleBook(), tables.premiumRates());
        plainClock = new ClaimClock(new BenefitRules(tables.ruleBook()), context.getBean(WorkingDays.class));
    }

    public int kinds() {
        return forms.size();
    }

    public String body() {
        return bodies.get(asked++ % bodies.size());
    }

    /** By the application's own rule book: versions looked up, answers remembered. */
    public Object assessed() {
        return new Assessments(assessor, clock).answer(forms.get(asked++ % forms.size()));
    }

    /** By the same tables in the engine's evaluation alone: no database, no memory of answers. */
    public Object evaluated() {
        return new Assessments(plain, plainClock).answer(forms.get(asked++ % forms.size()));
    }
}
