package id.lindungdesa.reporting;

import id.lindungdesa.operation.Wholeness;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No case that has yet to come to its end is without a process: nobody's desk would ever show it. */
@Component
class CasesWithoutProcess implements Wholeness {

    private static final String LEFT_ALONE = """
            select kind || ' ' || id
              from (select 'tranche' as kind, id from report_disbursement where state <> 'RECEIVED'
                    union all
                    select 'run', id from report_run where state not in ('FORWARDED', 'RETURNED')
                    union all
                    select 'premium', premium.id from report_premium_case premium
                      left join report_bill bill on bill.case_id = premium.id where coalesce(bill.state, '') <> 'COVERED'
                    union all
                    select 'claim', id from report_claim_case where state not in ('PAID', 'REJECTED')
                    union all
                    select 'decree', decree_id from report_decree where state not in ('DRAFT', 'IN_FORCE', 'WITHDRAWN')
                    union all
                    select kind, id from report_open_rule
                    union all
                    select kind, id from report_open_case) open
             where not exists (select from report_case running where running.case_id = open.id::text)
             order by 1 limit 100
            """;

    private final JdbcClient jdbc;

    CasesWithoutProcess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "cases-without-process";
    }

    @Override
    public List<String> faults() {
        return jdbc.sql(LEFT_ALONE).query(String.class).list();
    }
}
